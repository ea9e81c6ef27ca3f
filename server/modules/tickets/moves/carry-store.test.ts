import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let colleague: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent');
  colleague = await company.hire('agent');
});
afterAll(() => world.close());

async function open(subject: string): Promise<string> {
  const requester = { email: 'rita@requester.test' };
  return (await agent.call('POST /tickets', { subject, body: 'x', requester })).body.id;
}
const draft = async (id: string, by: Person): Promise<string | undefined> =>
  (await by.call(`GET /tickets/${id}/drafts`)).body.items[0]?.body;
const write = async (id: string, body: string, by: Person) => {
  const answer = await by.call(`PUT /tickets/${id}/drafts/reply`, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};
const planned = async (id: string): Promise<Json[]> =>
  (await agent.call(`GET /tickets/${id}/planned`)).body.items;

test('what is half written and what waits for its time go with a merge; the plan comes back with its undo', async () => {
  const [from, into] = [await open('from'), await open('into')];
  await write(from, 'theirs', colleague);
  await write(into, 'other', colleague);
  const sendAt = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  await agent.call(`POST /tickets/${from}/planned`, { body: 'Later', sendAt });
  await write(from, 'mine', agent);
  const { status, body } = await agent.call(`POST /tickets/${from}/merge`, { into });
  expect(status, JSON.stringify(body)).toBe(200);
  expect(await draft(into, agent)).toBe('mine');
  // Two texts of one author are not mixed.
  expect([await draft(into, colleague), await draft(from, colleague)]).toEqual(['other', 'theirs']);
  expect(await planned(into)).toMatchObject([{ body: 'Later' }]);
  await agent.call(`POST /tickets/${into}/moves/${body.moveId}/undo`);
  expect(await planned(into)).toEqual([]);
  expect(await planned(from)).toMatchObject([{ body: 'Later' }]);
});
