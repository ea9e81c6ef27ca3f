import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../../kernel/log.ts';
import type { Company } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { openKnownRules, type KnownRules } from '../known-rules.ts';
import { startRuleTimers } from './rule-timers.ts';

let world: World;
let company: Company;
let known: KnownRules;
let timers: ReturnType<typeof startRuleTimers>;

beforeAll(async () => {
  world = await openWorld();
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
  await sleep(150);
});
afterAll(async () => {
  await timers.stop();
  await known.close();
  await world.close();
});

async function open(subject: string, locale: 'ru' | 'en') {
  const { call } = company.administrator;
  const email = `${subject.length}${locale}@acme.test`;
  const { body } = await call('POST /tickets', { subject, body: 'x', requester: { email } });
  await call(`PATCH /people/${body.requester.id}`, { locale });
  return body;
}

const priorityOf = async ({ id }: { id: string }) =>
  (await company.administrator.call(`GET /tickets/${id}`)).body.priority;

test('what was looked at in vain is looked at again when it changes; what is newly due is looked at', async () => {
  const [cold, foreign] = [await open('Тишина', 'ru'), await open('Пожар', 'en')];
  world.clock.move({ hours: 2 });
  await timers.look();
  expect([await priorityOf(cold), await priorityOf(foreign)]).toEqual(['normal', 'normal']);

  // Of a customer's language no ticket tells: only the next whole look will see it.
  await company.administrator.call(`PATCH /people/${foreign.requester.id}`, { locale: 'ru' });
  await company.administrator.call(`PATCH /tickets/${cold.id}`, { subject: 'Пожар всё-таки' });
  const fresh = await open('Пожар снова', 'ru');
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
