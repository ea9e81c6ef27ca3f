import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let colleague: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  colleague = await company.hire('agent', { name: 'Igor' });
});
afterAll(() => world.close());

const open = async (by: Person, parts: object = {}): Promise<string> =>
  (
    await by.call('POST /tickets', {
      subject: 'Printer',
      body: 'It jams',
      requester: { email: 'rita@requester.test' },
      ...parts,
    })
  ).body.id;

const found = async (query: string, by = agent): Promise<string[]> => {
  const { status, body } = await by.call(`GET /tickets?limit=100&${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items.map(({ id }: { id: string }) => id);
};

describe('a list is narrowed', () => {
  test('by what is due soon, in views too', async () => {
    const other = await world.found();
    const boss = other.administrator;
    const within = (minutes: number) => ({ minutes });
    await boss.call('POST /sla-policies', {
      name: 'All',
      terms: { targets: { resolution: { ...within(600), byPriority: { urgent: 30 } } } },
    });
    const later = await open(boss);
    const soon = await open(boss, { priority: 'urgent' });
    const waiting = await open(boss, { priority: 'urgent', status: 'pending' });
    expect(await found('due=hour', boss)).toEqual([soon]);
    expect((await found('due=day', boss)).toSorted()).toEqual([later, soon].toSorted());
    expect(await found('due=late', boss)).toEqual([]);
    expect(await found('', boss)).toContain(waiting);
    const { body: view } = await boss.call('POST /views', {
      name: 'Soon',
      filter: { status: ['any_open'], due: 'hour' },
    });
    expect(await found(`view=${view.id}`, boss)).toEqual([soon]);
  });

  test('by a topic with everything below it, in views and bulk acts too', async () => {
    const category = async (name: string, parentId?: string): Promise<string> =>
      (
        await company.administrator.call('POST /categories', {
          name,
          ...(parentId && { parentId }),
        })
      ).body.id;
    const above = await category('Hardware');
    const middle = await category('Printers', above);
    const below = await category('Toner', middle);
    const other = await category('Software');
    const [deep, top, elsewhere, none] = [
      await open(agent, { categoryId: below }),
      await open(agent, { categoryId: above }),
      await open(agent, { categoryId: other }),
      await open(agent),
    ];
    expect((await found(`category=${above}`)).toSorted()).toEqual([deep, top].toSorted());
    expect(await found(`category=${middle}`)).toEqual([deep]);
    expect((await found(`category=${other},none`)).toSorted()).toEqual(
      [elsewhere, none].toSorted(),
    );
    const filter = { status: ['any_open'], category: [above] };
    const { body: view } = await agent.call('POST /views', {
      name: 'Hardware',
      filter,
      sharing: 'own',
    });
    expect((await found(`view=${view.id}`)).toSorted()).toEqual([deep, top].toSorted());
    const { body: act } = await agent.call('POST /bulk-acts', {
      tickets: { matching: filter },
      changes: { priority: 'low' },
    });
    expect(act.total).toBe(2);
  });

  test('by who follows it and who has opened it', async () => {
    const [mine, theirs] = [await open(agent), await open(colleague)];
    await agent.call(`PUT /tickets/${theirs}/followers/${agent.id}`);
    expect(await found('follower=me')).toEqual([theirs]);
    expect(await found(`follower=${agent.id}`, colleague)).toEqual([theirs]);
    expect(await found('follower=me', colleague)).toEqual([]);
    expect(await found('createdBy=me', colleague)).toEqual([theirs]);
    expect(await found(`createdBy=${agent.id}`)).toContain(mine);
    expect(await found(`createdBy=${agent.id}`)).not.toContain(theirs);
  });

  test('by files beside its messages, and by who waits for an answer', async () => {
    const upload = await agent.call('POST /files?name=a.txt', 'x', {
      'content-type': 'text/plain',
    });
    const [withFile, without] = [
      await open(agent, { attachments: [upload.body.id] }),
      await open(agent),
    ];
    const yes = await found('attachment=yes');
    expect([yes.includes(withFile), yes.includes(without)]).toEqual([true, false]);
    expect(await found('attachment=no')).toContain(without);
    await agent.call(`POST /tickets/${without}/messages`, { body: 'Mended' });
    for (const [wanted, holds] of [
      ['first', true],
      ['last', true],
    ] as const) {
      const ids = await found(`unanswered=${wanted}`);
      expect([ids.includes(withFile), ids.includes(without)]).toEqual([holds, false]);
    }
  });

  test('to those that were found elsewhere', async () => {
    const ids = [await open(agent), await open(agent)];
    expect((await found(`ids=${ids.join(',')}`)).toSorted()).toEqual(ids.toSorted());
    expect((await agent.call('GET /tickets?ids=x')).status).toBe(400);
  });
});
