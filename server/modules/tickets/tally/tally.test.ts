import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../../kernel/actor.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { foldTally } from './tally-store.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());

const fold = () =>
  world.db.transaction(company.id, (tx) =>
    foldTally({ tx, actor: systemActor(company.id, 'counters'), now: new Date() }),
  );

async function open(parts: object = {}) {
  const requester = { email: 'rita@requester.test' };
  const asked = { subject: 'Printer', body: 'It jams', requester, ...parts };
  return (await agent.call('POST /tickets', asked)).body;
}

async function counted(): Promise<number[]> {
  const { body } = await agent.call('GET /views/counts', {});
  return ['1', '2', '3', '4'].map(
    (view) => body.counts[`00000000-0000-7000-8000-00000000000${view}`],
  );
}

test('counters are exact before, between and after folds, in every order of reading', async () => {
  const first = await open();
  await open({ assigneeId: agent.id });
  expect(await counted()).toEqual([1, 1, 2, 0]);
  expect(await fold()).toBeGreaterThan(0);
  expect(await counted()).toEqual([1, 1, 2, 0]);
  const { status } = await agent.call(`PATCH /tickets/${first.id}`, { status: 'solved' });
  expect(status).toBe(200);
  expect(await counted()).toEqual([1, 0, 1, 1]);
  await fold();
  await fold();
  expect(await counted()).toEqual([1, 0, 1, 1]);
});

test('two folds at once count nothing twice', async () => {
  const before = await counted();
  await Promise.all([open(), open(), open()]);
  await Promise.all([fold(), fold(), counted(), fold()]);
  expect(await counted()).toEqual([
    before[0],
    (before[1] ?? 0) + 3,
    (before[2] ?? 0) + 3,
    before[3],
  ]);
});
