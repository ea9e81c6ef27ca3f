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

async function open(subject: string): Promise<string> {
  const requester = { email: 'rita@requester.test' };
  return (await agent.call('POST /tickets', { subject, body: 'It jams', requester })).body.id;
}
const ticket = async (id: string): Promise<Json> => (await agent.call(`GET /tickets/${id}`)).body;
const messages = async (id: string): Promise<Json[]> =>
  (await agent.call(`GET /tickets/${id}/messages`)).body.items;
const act = async (id: string): Promise<Json> => (await agent.call(`GET /bulk-acts/${id}`)).body;

async function carriedOut(ids: string[], changes: object, by = agent): Promise<Json> {
  const { status, body } = await by.call('POST /bulk-acts', { tickets: { ids }, changes });
  expect(status, JSON.stringify(body)).toBe(201);
  await world.settle();
  return act(body.id);
}
async function undone(id: string): Promise<Json> {
  const { body } = await agent.call(`POST /bulk-acts/${id}/undo`);
  await world.settle();
  return act(body.id);
}
const refused = async (changes: object, by = agent) =>
  (await by.call('POST /bulk-acts', { tickets: { ids: [await open('x')] }, changes })).body.code;

describe('many tickets at once', () => {
  test('are answered, each customer in their own ticket, and what was said stays said', async () => {
    const ids = [await open('a'), await open('b')];
    await agent.call(`PUT /tickets/${ids[0]}/drafts/reply`, { body: 'half written' });
    const done = await carriedOut(ids, { answer: { body: 'We mend it', status: 'pending' } });
    expect(done).toMatchObject({ counts: { changed: 2 }, undoable: false });
    for (const id of ids) {
      expect(await ticket(id)).toMatchObject({ status: 'pending', messageCount: 2 });
      expect((await messages(id)).at(-1)).toMatchObject({ text: 'We mend it', direction: 'out' });
    }
    expect((await agent.call(`GET /tickets/${ids[0]}/drafts`)).body.items).toHaveLength(1);
    const undo = await agent.call(`POST /bulk-acts/${done.id}/undo`);
    expect([undo.status, undo.body.code]).toEqual([422, 'bulk.cannot_undo']);
  });

  test('are noted for colleagues only', async () => {
    const ids = [await open('a'), await open('b')];
    await carriedOut(ids, { note: { body: 'Same cause' } });
    expect((await messages(ids[1] ?? '')).at(-1)).toMatchObject({
      visibility: 'internal',
      author: { name: 'Olga' },
    });
  });

  test('are put aside, come back by undo, and a finished one says why it did not go', async () => {
    const ids = [await open('a'), await open('b')];
    await agent.call(`PATCH /tickets/${ids[1]}`, { status: 'solved' });
    const until = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    const done = await carriedOut(ids, { snooze: until });
    expect(done.counts).toMatchObject({ changed: 1, refused: 1 });
    expect((await ticket(ids[0] ?? '')).snoozedUntil).toBe(until);
    expect((await undone(done.id)).counts).toMatchObject({ changed: 1 });
    expect((await ticket(ids[0] ?? '')).snoozedUntil).toBeNull();
  });

  test('become one, and many again', async () => {
    const ids = [await open('one'), await open('two'), await open('three')];
    const [into = '', second = ''] = ids;
    const done = await carriedOut(ids, { mergeInto: into });
    expect(done.counts).toMatchObject({ changed: 2, same: 1 });
    expect(await messages(into)).toHaveLength(3);
    expect((await ticket(second)).mergedInto).toMatchObject({ id: into });
    expect((await undone(done.id)).counts).toMatchObject({ changed: 2 });
    expect(await messages(into)).toHaveLength(1);
    expect(await ticket(second)).toMatchObject({ mergedInto: null, status: 'new' });
  });

  test('go into spam and come back as they were', async () => {
    const ids = [await open('a'), await open('b')];
    await agent.call(`PATCH /tickets/${ids[1]}`, { status: 'pending' });
    const done = await carriedOut(ids, { spam: true });
    expect((await ticket(ids[0] ?? '')).status).toBe('spam');
    await undone(done.id);
    expect([(await ticket(ids[0] ?? '')).status, (await ticket(ids[1] ?? '')).status]).toEqual([
      'new',
      'pending',
    ]);
    await carriedOut(ids, { spam: true });
    const back = await carriedOut(ids, { spam: false });
    expect((await ticket(ids[1] ?? '')).status).toBe('pending');
    await undone(back.id);
    expect((await ticket(ids[1] ?? '')).status).toBe('spam');
  });

  test('are followed; only those that were not are let go again', async () => {
    const ids = [await open('a'), await open('b')];
    await agent.call(`PUT /tickets/${ids[0]}/followers/${agent.id}`);
    const done = await carriedOut(ids, { follow: true });
    expect(done.counts).toMatchObject({ changed: 1, same: 1 });
    await undone(done.id);
    expect((await ticket(ids[0] ?? '')).followers).toHaveLength(1);
    expect((await ticket(ids[1] ?? '')).followers).toHaveLength(0);
  });

  test('are refused together: without the right, in the past, into nothing, two acts at once', async () => {
    const reader = await company.hire({ permissions: ['ticket.read'], scope: 'all' });
    expect(await refused({ answer: { body: 'x' } }, reader)).toBe('permission.missing');
    expect(await refused({ spam: true }, reader)).toBe('permission.missing');
    expect(await refused({ snooze: '2020-01-01T00:00:00Z' })).toBe('input.invalid');
    expect(await refused({ mergeInto: '01900000-0000-7000-8000-000000000009' })).toBe(
      'ticket.not_found',
    );
    expect(await refused({ spam: true, follow: true })).toBe('input.invalid');
  });
});
