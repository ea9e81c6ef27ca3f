import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Company } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { newId } from '../../../kernel/ids.ts';
import { stateOf } from '../door.ts';
import { noFacts, type TicketFacts } from '../rules/facts.ts';
import type { TicketRecord } from '../store.ts';
import { anyCondition, type Said } from './any-condition.ts';
import { withBelow } from './category-tree.ts';
import { compileCondition } from './compile.ts';
import { Condition } from './condition.ts';
import { narrowingOf } from './queries/condition-sql.ts';
import { readCategories } from './queries/read-compile-options.ts';

let world: World;
let company: Company;
const numbers = new Map<string, string>();

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  const tickets = [
    { subject: 'Касса не бьёт чеки', body: 'Помогите', priority: 'urgent', tags: ['касса'] },
    { subject: 'Вопрос', body: 'Когда привезут кассы?', region: 'Казань' },
    { subject: 'Возврат', body: 'Верните деньги', fields: { sum: 900 }, type: 'complaint' },
  ];
  for (const [at, parts] of tickets.entries()) {
    const { body } = await company.administrator.call('POST /tickets', {
      requester: { email: `c${at}@acme.test`, name: 'C' },
      ...parts,
    });
    numbers.set(body.id as string, 'abc'.charAt(at));
  }
});
afterAll(() => world.close());

const matching = async (condition: Condition) => {
  const { status, body } = await company.administrator.call('POST /tickets/matching', {
    condition,
  });
  expect(status).toBe(200);
  const found = body.tickets.map(({ id }: { id: string }) => numbers.get(id)).toSorted();
  return { found: found.join(''), problems: body.problems, looked: body.looked };
};

describe('which tickets a condition holds for', () => {
  test.each<[Condition, string]>([
    [{ all: [] }, 'abc'],
    [{ any: [] }, ''],
    [{ field: 'text', operator: 'any', values: ['кассе'] }, 'ab'],
    [{ field: 'priority', operator: 'at_least', values: ['high'] }, 'a'],
    [{ none: [{ field: 'priority', operator: 'at_least', values: ['high'] }] }, 'bc'],
    [{ none: [{ field: 'text', operator: 'any', values: ['касса'] }] }, 'c'],
    [{ field: 'region', operator: 'not_in', values: ['казань'] }, 'ac'],
    [{ field: 'region', operator: 'contains', values: ['аза'] }, 'b'],
    [{ field: 'region', operator: 'empty' }, 'ac'],
    [{ field: 'tags', operator: 'any', values: ['Касса'] }, 'a'],
    [{ field: 'type', operator: 'in', values: ['complaint'] }, 'c'],
    [{ field: 'own', name: 'sum', operator: 'at_least', values: ['500'] }, 'c'],
    [{ field: 'email', operator: 'in', values: ['c1@acme.test'] }, 'b'],
    [{ field: 'status', operator: 'in', values: ['any_open'] }, 'abc'],
    [{ field: 'snoozed', operator: 'in', values: ['yes'] }, ''],
    [{ field: 'assignee', operator: 'filled' }, ''],
    [
      {
        any: [
          { field: 'type', operator: 'in', values: ['complaint'] },
          { field: 'text', operator: 'any', values: ['чек'] },
        ],
      },
      'ac',
    ],
  ])('%j', async (condition, expected) => {
    expect((await matching(condition)).found).toBe(expected);
  });

  test('what it names and is not there is said, not refused', async () => {
    const { found, problems } = await matching({
      all: [{ field: 'team', operator: 'in', values: ['01900000-0000-7000-8000-00000000dead'] }],
    });
    expect(found).toBe('');
    expect(problems).toEqual([{ path: 'all.0.values.0', code: 'gone' }]);
  });

  test('what cannot be understood is refused with its place', async () => {
    const { status, body } = await company.administrator.call('POST /tickets/matching', {
      condition: { all: [{ field: 'team', operator: 'in', values: ['x'] }] },
    });
    expect([status, body.errors]).toEqual([
      400,
      [{ field: 'condition.all.0.values.0', code: 'not_uuid' }],
    ]);
  });
});

/** Words that try the edges of comparing: case, ё, letters that other alphabets fold in their own way, signs of patterns. */
const said: Said = {
  ids: ['01900000-0000-7000-8000-0000000000aa', '01900000-0000-7000-8000-0000000000BB'],
  words: ['касса', 'Орёл', 'ОРЕЛ', ' вип', '%', '_', 'a\\b', 'İzmir', 'σας', 'ΣΑΣ', 'Straße'],
  own: ['5', '5.0', 'ОРЁЛ', 'a', 'true'],
};
const some = fc.constantFrom;
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 2, nil: null });
const anId = orNull(some(...said.ids.map((id) => id.toLowerCase())));
const aLevel = some('low', 'normal', 'high', 'urgent');

const anyRow = fc.record({
  status: some('new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'),
  type: some('question', 'incident', 'task'),
  priority: aLevel,
  impact: orNull(aLevel),
  urgency: orNull(aLevel),
  own_status_id: anId,
  category_id: anId,
  team_id: anId,
  assignee_id: anId,
  organization_id: anId,
  channel_id: anId,
  channel_kind: some('email', 'api'),
  tags: fc.uniqueArray(some('касса', 'орёл', 'вип', '%'), { maxLength: 3 }),
  region: orNull(fc.oneof(some(...said.words, ''), some('у кассы', '100 %'))),
  subject: some(...said.words),
  fields: fc.record({ sum: some(...said.own, 5, '') }, { requiredKeys: [] }),
  snoozed_until: orNull(some('2026-12-01T00:00:00Z', 'infinity')),
});

const anyFacts: fc.Arbitrary<TicketFacts> = fc.record(
  {
    message: some('', ...said.words),
    automatic: fc.boolean(),
    requester: fc.record({
      emails: fc.constant(['ann@acme.test']),
      phones: fc.constant(['+74951234567']),
      locale: orNull(some('ru', 'en')),
      vipLevel: some(0, 1, 3),
      branchId: anId,
      lastAgentId: anId,
    }),
    sla: fc.record({
      policyId: anId,
      states: some(new Set(['running'] as const), new Set(['breached'] as const)),
      dueAt: orNull(some(new Date('2026-11-22T09:30:00Z'))),
    }),
  },
  { requiredKeys: ['message', 'automatic', 'requester'] },
);

/** Tickets as no command would leave them, straight into the table, each with facts of its own. */
async function strangeTickets(count: number) {
  const { administrator, id: workspaceId } = await world.found();
  const requester = { email: 'strange@acme.test', name: 'S' };
  const { body } = await administrator.call('POST /tickets', {
    subject: 'S',
    body: 'S',
    requester,
  });
  const client = await world.admin.connect();
  await client.query('set session_replication_role = replica');
  // The second of them stands below the first, so that asking for one means both.
  for (const [at, id] of said.ids.entries()) {
    await client.query(
      `insert into category (workspace_id, id, parent_id, name, archived, version) values ($1, $2, $3, $4, false, 1)`,
      [workspaceId, id, said.ids[at - 1] ?? null, `Topic ${at}`],
    );
  }
  for (const [at, row] of fc.sample(anyRow, { numRuns: count, seed: 7 }).entries()) {
    await client.query(
      `insert into ticket select (jsonb_populate_record(ticket, $2)).* from ticket where id = $1`,
      [body.id, { ...row, id: newId(), number: 1000 + at, updated_at: body.createdAt }],
    );
  }
  await client.query('set session_replication_role = origin');
  client.release();
  return { workspaceId, facts: fc.sample(anyFacts, { numRuns: count + 1, seed: 8 }) };
}

test('the database leaves out no ticket that a condition holds for, and says rightly when it is sure', async () => {
  const { workspaceId, facts } = await strangeTickets(60);
  const now = new Date('2026-11-22T09:00:00Z');
  await world.db.read(workspaceId, async (reader) => {
    const categories = await readCategories(reader, workspaceId);
    expect(withBelow(categories, [said.ids[0] ?? '']).size).toBe(2);
    await fc.assert(
      fc.asyncProperty(anyCondition(said), async (condition) => {
        expect(Condition.safeParse(condition).error).toBeUndefined();
        const { where, exact } = narrowingOf(condition);
        const { rows } = await sql<TicketRecord & { fits: boolean | null }>`
          select ticket.*, ${where} as fits from ticket where workspace_id = ${workspaceId} order by number`.execute(
          reader,
        );
        const { test: holds } = compileCondition(condition, {
          timeZone: 'Europe/Moscow',
          categories,
        });
        const wrong = rows.filter((row, at) => {
          const subject = { ticket: stateOf(row), facts: facts[at] ?? noFacts, now };
          return exact ? holds(subject) !== (row.fits === true) : holds(subject) && !row.fits;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
