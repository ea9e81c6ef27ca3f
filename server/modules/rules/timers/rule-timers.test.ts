import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../../kernel/log.ts';
import type { Company } from '../../../test/company.ts';
import { heard } from '../../../test/desk.ts';
import { openKnownRules, type KnownRules } from '../known-rules.ts';
import { openRules } from '../test-harness.ts';
import { startRuleTimers } from './rule-timers.ts';

const { world, saved, open, messages } = await openRules();
let company: Company;
let known: KnownRules;
let timers: ReturnType<typeof startRuleTimers>;

beforeAll(async () => {
  company = await world.found();
  known = openKnownRules(world.db);
  timers = startRuleTimers({
    db: world.db,
    clock: world.clock.now,
    log: silentLog,
    executor: world.app.executor,
    known,
    contributions: () => [],
    // As after a look that has taken very long.
    restMs: () => Number.POSITIVE_INFINITY,
  });
  const { status } = await company.administrator.call('POST /rules', {
    name: 'Quiet fire',
    trigger: { since: 'opened', minutes: 60 },
    condition: {
      all: [
        { field: 'subject', operator: 'any', values: ['пожар'] },
        { field: 'language', operator: 'in', values: ['ru'] },
      ],
    },
    actions: [{ kind: 'priority', value: 'urgent' }],
  });
  expect(status).toBe(201);
  await heard();
});
afterAll(async () => {
  await timers.stop();
  await known.close();
  await world.close();
});

async function openIn(subject: string, locale: 'ru' | 'en') {
  const { call } = company.administrator;
  const email = `${subject.length}${locale}@acme.test`;
  const { body } = await call('POST /tickets', { subject, body: 'x', requester: { email } });
  await call(`PATCH /people/${body.requester.id}`, { locale });
  return body;
}

const priorityOf = async ({ id }: { id: string }) =>
  (await company.administrator.call(`GET /tickets/${id}`)).body.priority;

test('what was looked at in vain is looked at again when it changes; what is newly due is looked at', async () => {
  const [cold, foreign] = [await openIn('Тишина', 'ru'), await openIn('Пожар', 'en')];
  world.clock.move({ hours: 2 });
  await timers.look();
  expect([await priorityOf(cold), await priorityOf(foreign)]).toEqual(['normal', 'normal']);

  // Of a customer's language no ticket tells: only the next whole look will see it.
  await company.administrator.call(`PATCH /people/${foreign.requester.id}`, { locale: 'ru' });
  await company.administrator.call(`PATCH /tickets/${cold.id}`, { subject: 'Пожар всё-таки' });
  const fresh = await openIn('Пожар снова', 'ru');
  await timers.look();
  expect(await priorityOf(cold)).toBe('urgent');
  expect([await priorityOf(fresh), await priorityOf(foreign)]).toEqual(['normal', 'normal']);

  world.clock.move({ hours: 2 });
  await timers.look();
  expect([await priorityOf(fresh), await priorityOf(foreign)]).toEqual(['urgent', 'normal']);

  // Another process begins with a whole look.
  const other = startRuleTimers({
    db: world.db,
    clock: world.clock.now,
    log: silentLog,
    executor: world.app.executor,
    known,
    contributions: () => [],
  });
  await other.look();
  await other.stop();
  expect(await priorityOf(foreign)).toBe('urgent');
});

describe('a rule of time', () => {
  test('acts once for a ticket and moment, also when two workers look at once', async () => {
    const shop = await world.found();
    await saved(shop, {
      trigger: { since: 'customer_wrote', minutes: 60 },
      actions: [
        { kind: 'priority', value: 'high' },
        { kind: 'note', text: 'An hour has passed' },
      ],
    });
    const ticket = await open(shop);
    const late = await open(shop, { body: 'Тишина' });
    const workers = [1, 2].map(() =>
      startRuleTimers({
        db: world.db,
        clock: world.clock.now,
        log: silentLog,
        executor: world.app.executor,
        known,
        contributions: () => [],
      }),
    );
    const look = () => Promise.all(workers.map((timer) => timer.look()));
    const read = async (id: string) => (await shop.administrator.call(`GET /tickets/${id}`)).body;
    await look();
    expect((await read(ticket.id)).priority).toBe('normal');
    world.clock.move({ hours: 2 });
    await look();
    await look();
    expect((await read(ticket.id)).priority).toBe('high');
    expect((await read(late.id)).priority).toBe('normal');
    const { rows } = await world.admin.query(
      'select count(*)::int as n from rule_effect where workspace_id = $1',
      [shop.id],
    );
    expect(rows).toEqual([{ n: 1 }]);
    // A new word begins a new time.
    await shop.administrator.call(`POST /tickets/${ticket.id}/messages`, { body: 'Soon' });
    world.clock.move({ hours: 2 });
    await look();
    expect(
      (await world.admin.query('select 1 from rule_effect where workspace_id = $1', [shop.id]))
        .rowCount,
    ).toBe(1);
    await Promise.all(workers.map((timer) => timer.stop()));
  });

  test('does not begin its time anew by what it does itself, only others do', async () => {
    const shop = await world.found();
    const { call } = shop.administrator;
    await saved(shop, {
      trigger: { since: 'changed', minutes: 60 },
      actions: [
        { kind: 'tags', add: ['quiet'], remove: [] },
        { kind: 'note', text: 'Nothing has happened for an hour' },
      ],
    });
    const ticket = await open(shop);
    const timer = startRuleTimers({
      db: world.db,
      clock: world.clock.now,
      log: silentLog,
      executor: world.app.executor,
      known,
      contributions: () => [],
    });
    const notesAfter = async (hours: number) => {
      world.clock.move({ hours });
      await timer.look();
      await world.settle();
      return (await messages(shop, ticket.id)).length - 1;
    };
    expect(await notesAfter(2)).toBe(1);
    expect(await notesAfter(2)).toBe(1);
    await call(`PATCH /tickets/${ticket.id}`, { priority: 'high' });
    expect(await notesAfter(2)).toBe(2);
    await timer.stop();
  });
});
