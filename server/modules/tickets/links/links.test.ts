import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
});
afterAll(() => world.close());

async function opened(subject: string, parts: object = {}): Promise<Json> {
  const asked = { subject, body: 'Text', requester: { email: 'rita@there.test' }, ...parts };
  return (await agent.call('POST /tickets', asked)).body;
}

const link = (from: Json, kind: string, to: Json, by = agent) =>
  by.call(`POST /tickets/${from.id}/links`, { kind, ticket: String(to.number) });
const linksOf = async (ticket: Json, by = agent) =>
  ((await by.call(`GET /tickets/${ticket.id}/related`)).body.links as Json[]).map(
    ({ kind, ticket: other }) => [kind, other.subject],
  );

describe('links', () => {
  test('are seen from both sides and told in both histories', async () => {
    const incident = await opened('No network', { type: 'incident' });
    const problem = await opened('Broken switch', { type: 'problem' });
    const { status, body } = await link(incident, 'problem', problem);
    expect(status).toBe(201);
    expect(await linksOf(incident)).toEqual([['problem', 'Broken switch']]);
    expect(await linksOf(problem)).toEqual([['incident', 'No network']]);
    const told = await world.events(company, { name: 'ticket.linked' });
    expect(told.map(({ ticketId, changes }) => [ticketId, changes[0]?.field])).toEqual([
      [incident.id, 'problem'],
      [problem.id, 'incident'],
    ]);
    const undone = await agent.call(`DELETE /tickets/${problem.id}/links/${body.id}`);
    expect(undone.status).toBe(204);
    expect(await linksOf(incident)).toEqual([]);
    expect(await world.events(company, { name: 'ticket.unlinked' })).toHaveLength(2);
    expect((await agent.call(`DELETE /tickets/${problem.id}/links/${body.id}`)).status).toBe(404);
  });

  test('exist once, whichever side makes them, also when two do at once', async () => {
    const [one, two] = [await opened('One'), await opened('Two')];
    const both = await Promise.all([link(one, 'related', two), link(two, 'related', one)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect((await link(one, 'parent', two)).status).toBe(201);
    expect((await link(two, 'child', one)).body.code).toBe('link.exists');
    expect((await link(one, 'related', one)).body.code).toBe('link.itself');
  });

  test('of parts and wholes make a tree: one whole for each part, no circle', async () => {
    const [root, middle, leaf] = [
      await opened('Root'),
      await opened('Middle'),
      await opened('Leaf'),
    ];
    await link(root, 'child', middle);
    await link(leaf, 'parent', middle);
    expect((await link(root, 'parent', leaf)).body.code).toBe('link.circle');
    expect((await link(leaf, 'parent', root)).body.code).toBe('link.has_parent');
    expect(await linksOf(middle)).toEqual([
      ['parent', 'Root'],
      ['child', 'Leaf'],
    ]);
    // Two branches that are hung under each other at once: one of them stays.
    const [a, b] = [await opened('A'), await opened('B')];
    const [c, d] = [await opened('C'), await opened('D')];
    await link(b, 'parent', c);
    await link(d, 'parent', a);
    const crossed = await Promise.all([link(a, 'parent', b), link(c, 'parent', d)]);
    expect(crossed.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  });

  test('of incidents lead to a problem only', async () => {
    const [one, two] = [await opened('One'), await opened('Two')];
    expect((await link(one, 'problem', two)).body.code).toBe('link.not_problem');
    const problems = [
      await opened('P1', { type: 'problem' }),
      await opened('P2', { type: 'problem' }),
    ] as const;
    expect((await link(problems[0], 'incident', problems[1])).body.code).toBe('link.not_incident');
  });

  test('need the right and both tickets in sight; what is out of sight is not shown', async () => {
    const [one, two] = [await opened('Seen'), await opened('Hidden')];
    const observer = await company.hire('observer');
    expect((await link(one, 'related', two, observer)).status).toBe(403);
    const foreign = await world.found();
    expect((await link(one, 'related', two, foreign.administrator)).status).toBe(404);
    await link(one, 'related', two);
    const other = await company.team('Other line');
    await agent.call(`PATCH /tickets/${two.id}`, { teamId: other.id });
    const limited = await company.hire({
      permissions: ['ticket.read', 'ticket.link'],
      scope: 'teams',
    });
    expect(await linksOf(one, limited)).toEqual([]);
    expect((await link(one, 'parent', two, limited)).body.code).toBe('ticket.not_found');
  });
});
