import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '../../../kernel/actor.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { Status } from '../schema.ts';
import { foldTally } from '../tally/tally-store.ts';
import { builtInViews } from '../views/views.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = async (by: Person, parts: object = {}): Promise<string> => {
  world.clock.move({ seconds: 1 });
  const requester = { email: 'rita@requester.test' };
  const asked = { subject: 'Printer', body: 'It jams', requester, ...parts };
  return (await by.call('POST /tickets', asked)).body.id;
};

/** Every page after the other, `limit` at a time. */
async function walk(by: Person, path: string, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const cursor = after && `&after=${encodeURIComponent(after)}`;
    const { status, body } = await by.call(
      `GET /${path}${path.includes('?') ? '&' : '?'}limit=${limit}${cursor}`,
    );
    expect(status).toBe(200);
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    if (body.next === null) {
      return ids;
    }
    after = body.next;
  }
}

describe('a list of tickets', () => {
  let company: Company;
  let agent: Person;
  let ids: string[];
  beforeAll(async () => {
    company = await world.found();
    agent = await company.hire('agent');
    const colleague = await company.hire('agent');
    const team = await company.team('Printers');
    ids = [
      await open(agent, { priority: 'high', tags: ['vip'] }),
      await open(agent, { assigneeId: agent.id, type: 'incident' }),
      await open(agent, { assigneeId: colleague.id, teamId: team.id }),
      await open(agent, { requester: { email: 'boris@requester.test' }, priority: 'low' }),
      await open(agent, { tags: ['vip', 'paper'] }),
    ];
    await agent.call(`PATCH /tickets/${ids[4]}`, { status: 'solved' });
    world.clock.move({ seconds: 1 });
    await agent.call(`PATCH /tickets/${ids[3]}`, { status: 'pending' });
  });

  const list = async (query: string) => {
    const { status, body } = await agent.call(`GET /tickets?${query}`);
    expect([status, body.code]).toEqual([200, undefined]);
    return body.items.map(({ id }: { id: string }) => ids.indexOf(id)) as number[];
  };

  test.each([
    ['', [3, 4, 2, 1, 0]],
    ['sort=created', [4, 3, 2, 1, 0]],
    ['status=any_open', [3, 2, 1, 0]],
    ['status=solved,pending', [3, 4]],
    ['status=solved&status=pending', [3, 4]],
    ['view=mine', [1]],
    ['view=unassigned', [3, 0]],
    ['view=open', [3, 2, 1, 0]],
    ['view=solved', [4]],
    ['assignee=me', [1]],
    ['assignee=none', [3, 4, 0]],
    ['team=none', [3, 4, 1, 0]],
    ['priority=high,low', [3, 0]],
    ['type=incident', [1]],
    ['tag=vip', [4, 0]],
    ['tag=VIP&status=any_open', [0]],
    ['tag=nothing', []],
  ])('filtered by "%s" shows what fits, the latest first', async (query, expected) => {
    expect(await list(query)).toEqual(expected);
  });

  test.each([1, 2, 3, 200])('read %i at a time holds each ticket once, in order', async (limit) => {
    const whole = await walk(agent, 'tickets', 200);
    expect(await walk(agent, 'tickets', limit)).toEqual(whole);
    expect(new Set(whole).size).toBe(5);
  });

  test('whose tickets change while it is read shows none twice that stayed', async () => {
    const first = await agent.call('GET /tickets?limit=2');
    world.clock.move({ seconds: 1 });
    await agent.call(`PATCH /tickets/${ids[0]}`, { region: 'North' });
    const rest = await agent.call(`GET /tickets?limit=200&after=${first.body.next}`);
    const shown = [...first.body.items, ...rest.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(shown).size).toBe(shown.length);
    // It has moved to the top, which is behind the reader.
    expect(ids.filter((id) => !shown.includes(id))).toEqual([ids[0]]);
  });

  test.each([
    'nonsense',
    'e30',
    'WyJ4IiwieSJd',
    'WzEsMl0',
    Buffer.from('["2026-01-01T00:00:00Z","\\u0000"]').toString('base64url'),
  ])('refuses the cursor %s', async (after) => {
    const answer = await agent.call(`GET /tickets?after=${after}`);
    expect([answer.status, answer.body.errors]).toEqual([
      400,
      [{ field: 'after', code: 'not_a_cursor' }],
    ]);
  });

  test('shows as many as asked for, from 1 to 200', async () => {
    for (const limit of ['0', '201', '-1', '1.5', 'all']) {
      expect((await agent.call(`GET /tickets?limit=${limit}`)).status).toBe(400);
    }
  });

  test('suggests the tags of open tickets, the most used first', async () => {
    await open(agent, { tags: ['toner', 'vip'] });
    expect((await agent.call('GET /tags')).body.items[0]).toEqual({ name: 'vip', uses: 2 });
    expect((await agent.call('GET /tags?q=TO')).body.items).toEqual([{ name: 'toner', uses: 1 }]);
    expect((await agent.call('GET /tags?q=%25')).body.items).toEqual([]);
  });
});

describe('messages and history', () => {
  test('are read page by page, oldest first', async () => {
    const company = await world.found();
    const agent = await company.hire('agent');
    const id = await open(agent);
    for (let n = 1; n <= 6; n += 1) {
      await agent.call(`POST /tickets/${id}/messages`, { body: `${n}`, visibility: 'internal' });
    }
    const messages = await walk(agent, `tickets/${id}/messages`, 2);
    expect(messages).toEqual(await walk(agent, `tickets/${id}/messages`, 200));
    expect(messages).toHaveLength(7);
    const events = await walk(agent, `tickets/${id}/events`, 3);
    expect(events).toHaveLength(8);
    expect(new Set(events).size).toBe(8);
  });
});

describe('the counters of views', () => {
  test('are what a count would give, whatever happened, folded or not, and for whomever', async () => {
    const company = await world.found();
    const teams = [await company.team('First'), await company.team('Second')];
    const agent = await company.hire('agent');
    const limited = await company.hire(
      { permissions: ['ticket.read', 'ticket.change', 'ticket.assign'], scope: 'teams' },
      { teamIds: [teams[0]?.id ?? ''] },
    );
    const people = [agent.id, limited.id, null];
    const tickets = [await open(agent), await open(agent), await open(agent)];
    const step = fc.oneof(
      fc.record({ act: fc.constant('open' as const) }),
      fc.record({ act: fc.constant('fold' as const) }),
      fc.record({
        act: fc.constant('change' as const),
        ticket: fc.nat(),
        status: fc.constantFrom(...Status.options.filter((status) => status !== 'spam')),
        assigneeId: fc.constantFrom(...people),
        teamId: fc.constantFrom(...teams.map(({ id }) => id), null),
      }),
    );

    const counts = async (by: Person) => (await by.call('GET /views/counts')).body.counts;
    const counted = async (by: Person) => {
      const found: Record<string, number> = {};
      for (const { id, key } of builtInViews) {
        found[id] = (await walk(by, `tickets?view=${key}`, 200)).length;
      }
      return found;
    };

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        for (const { act, ...rest } of steps) {
          if (act === 'open') {
            tickets.push(await open(agent));
          } else if (act === 'fold') {
            await world.db.transaction(company.id, (tx) =>
              foldTally({ tx, actor: systemActor(company.id), now: world.clock.now() }),
            );
          } else if ('ticket' in rest) {
            const { ticket, ...changes } = rest;
            const { status } = await agent.call(
              `PATCH /tickets/${tickets[ticket % tickets.length]}`,
              changes,
            );
            expect(status).toBe(200);
          }
        }
        expect(await counts(agent)).toEqual(await counted(agent));
        expect(await counts(limited)).toEqual(await counted(limited));
      }),
      { numRuns: 25 },
    );
  });
});
