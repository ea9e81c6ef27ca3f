import { afterAll, describe, expect, test } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemActor } from '../../kernel/actor.ts';
import { heard } from '../../test/desk.ts';
import { addRule } from './commands/change-rules.ts';
import { openKnownRules } from './known-rules.ts';
import { fireRule, openRules } from './test-harness.ts';

const { world, saved, open } = await openRules();
afterAll(() => world.close());

describe('a rule', () => {
  test('acts in the transaction that opens the ticket, and the history says why', async () => {
    const company = await world.found();
    const { id } = await saved(company, {});
    const ticket = await open(company);
    expect(ticket.priority).toBe('urgent');
    const [event] = await world.events(company, {
      ticketId: ticket.id,
      name: 'ticket.priority-changed',
    });
    expect(event?.reason).toMatchObject({
      code: 'rule',
      params: { ruleId: id, name: 'Fires first', matched: [{ field: 'text' }] },
    });
    expect((await open(company, { body: 'Тишина' })).priority).toBe('normal');
    const { body } = await company.administrator.call('GET /rules');
    expect(body.items[0].uses).toMatchObject({ total: 1, last30Days: 1 });
    const uses = await company.administrator.call(`GET /rules/${id}/uses`);
    expect(uses.body.items).toMatchObject([{ ticket: { id: ticket.id } }]);
    await open(company);
    const { body: newer } = await company.administrator.call(`GET /rules/${id}/uses?limit=1`);
    const older = await company.administrator.call(`GET /rules/${id}/uses?after=${newer.next}`);
    expect(older.body).toMatchObject({ items: [{ ticket: { id: ticket.id } }], next: null });
  });

  test('of one company knows nothing of another', async () => {
    const [one, other] = [await world.found(), await world.found()];
    const { id } = await saved(one, {});
    expect((await open(other)).priority).toBe('normal');
    const { status } = await other.administrator.call(`PATCH /rules/${id}`, { name: 'Mine' });
    expect(status).toBe(404);
    const agent = await one.hire('agent');
    expect((await agent.call('GET /rules')).status).toBe(403);
  });

  test('acts upon a letter', async () => {
    const company = await world.found();
    await saved(company, {});
    await world.mail(
      company,
      'From: Rita <rita@acme.test>\r\nTo: support@localhost\r\nSubject: Fire\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nПожар в подвале\r\n',
    );
    const { body } = await company.administrator.call('GET /tickets');
    expect(body.items).toMatchObject([{ priority: 'urgent' }]);
  });

  test('is off, on, in another order, and as it was before', async () => {
    const company = await world.found();
    const first = await saved(company, { actions: [{ kind: 'priority', value: 'high' }] });
    const second = await saved(company, {
      name: 'Then low',
      actions: [{ kind: 'priority', value: 'low' }],
    });
    expect((await open(company)).priority).toBe('low');
    const { call } = company.administrator;
    await call('PUT /rules/order', { ids: [second.id, first.id] });
    await heard();
    expect((await open(company)).priority).toBe('high');
    const changed = await call(`PATCH /rules/${first.id}`, { enabled: false, version: 1 });
    expect(changed.body).toMatchObject({ enabled: false, version: 2 });
    expect((await call(`PATCH /rules/${first.id}`, { name: 'x', version: 1 })).status).toBe(409);
    await call(`PATCH /rules/${first.id}`, { name: 'Renamed' });
    const back = await call(`POST /rules/${first.id}/roll-back`, { to: 1 });
    expect(back.body).toMatchObject({ name: 'Fires first', enabled: false, version: 4 });
    const versionsOf = async (page: string) => {
      const { items, next } = (await call(`GET /rules/${first.id}/versions?${page}`)).body;
      return [items.map((each: { version: number }) => each.version), next];
    };
    const [newest, next] = await versionsOf('limit=3');
    expect(newest).toEqual([4, 3, 2]);
    expect(await versionsOf(`limit=3&after=${next}`)).toEqual([[1], null]);
    const page = (await call('GET /rules?limit=1')).body;
    expect(page.items).toMatchObject([{ id: second.id }]);
    expect((await call(`GET /rules?after=${page.next}`)).body).toMatchObject({
      items: [{ id: first.id, version: 4 }],
      next: null,
    });
    expect((await call(`DELETE /rules/${first.id}`)).status).toBe(200);
  });

  test('that names what is gone says so, and does the rest', async () => {
    const company = await world.found();
    const team = await company.team('Gone soon');
    const { id } = await saved(company, {
      actions: [
        { kind: 'team', value: team.id },
        { kind: 'priority', value: 'high' },
      ],
    });
    expect((await open(company)).team.id).toBe(team.id);
    const { body } = await company.administrator.call(`PATCH /rules/${id}`, {
      actions: [
        { kind: 'team', value: '01900000-0000-7000-8000-00000000dead' },
        { kind: 'priority', value: 'high' },
      ],
    });
    expect(body.problems).toEqual([{ path: 'actions.0', code: 'gone' }]);
    await heard();
    expect(await open(company)).toMatchObject({ team: null, priority: 'high' });
  });
});

test('a condition on a category means all below it, whoever asks, and a category that is moved or new counts at once', async () => {
  const company = await world.found();
  const { call } = company.administrator;
  const category = async (name: string, parentId: string | null) =>
    (await call('POST /categories', { name, parentId })).body.id;
  const devices = await category('Devices', null);
  const other = await category('Other', null);
  const tills = await category('Tills', devices);
  const line = await company.team('Devices');
  await company.hire('agent', { teamIds: [line.id] });
  const condition = { field: 'category', operator: 'in', values: [devices] };
  const steps = [{ teamId: line.id, way: 'round_robin' }];
  const targets = { first_response: { minutes: 60 } };
  const checklist = { name: 'Look', steps: ['Plug'], automatic: true, categoryIds: [devices] };
  for (const [at, body] of [
    ['POST /routing-rules', { name: 'To the line', condition, steps }],
    ['POST /sla-policies', { name: 'An hour', condition, terms: { targets } }],
    ['POST /checklists', checklist],
  ] as const) {
    const { status, body: made } = await call(at, body);
    expect({ status, made }).toMatchObject({ status: 201 });
  }
  await saved(company, { condition });
  const treated = async (categoryId: string) => {
    const { id, priority, team, clock } = await open(company, { categoryId });
    const tasks = (await call(`GET /tickets/${id}/tasks`)).body.items;
    return [priority, team?.id, clock?.target, tasks.length];
  };
  const asDevice = ['urgent', line.id, 'first_response', 1];
  const asOther = ['normal', undefined, undefined, 0];
  expect([await treated(tills), await treated(other)]).toEqual([asDevice, asOther]);
  const paper = await category('Paper', tills);
  await heard();
  expect(await treated(paper)).toEqual(asDevice);
  await call(`PATCH /categories/${tills}`, { parentId: other });
  await heard();
  expect(await treated(paper)).toEqual(asOther);
});

test('a company without a change of its rules is not asked for them again', async () => {
  const company = await world.found();
  await world.app.executor.execute(addRule, fireRule({ enabled: true }), systemActor(company.id));
  const known = openKnownRules(world.db);
  await sleep(300);
  const read = () => world.db.read(company.id, (reader) => known.of(company.id, reader));
  expect((await read()).rules).toHaveLength(1);
  const silent = new Proxy({}, { get: () => expect.unreachable('the database was asked') });
  expect((await known.of(company.id, silent as never)).rules).toHaveLength(1);
  await known.close();
});
