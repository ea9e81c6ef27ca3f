import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { letterText } from '../../../test/mail/letters.ts';
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

const rita = { email: 'rita@requester.test', name: 'Rita' };
const egor = { email: 'egor@requester.test', name: 'Egor' };

async function opened(subject: string, parts: object = {}): Promise<Json> {
  const asked = { subject, body: `Text of ${subject}`, requester: rita, ...parts };
  const { status, body } = await agent.call('POST /tickets', asked);
  expect([status, body.code]).toEqual([201, undefined]);
  world.clock.move({ seconds: 60 });
  return body;
}

const read = async (ref: string | number, by = agent): Promise<Json> =>
  (await by.call(`GET /tickets/${ref}`)).body;
const texts = async (ref: string | number): Promise<string[]> =>
  (await agent.call(`GET /tickets/${ref}/messages`)).body.items.map((one: Json) => one.text);
const merge = (from: Json, into: Json, parts: object = {}, by = agent) =>
  by.call(`POST /tickets/${from.id}/merge`, { into: into.id, ...parts });
const undo = (ticket: Json, moveId: string, by = agent) =>
  by.call(`POST /tickets/${ticket.id}/moves/${moveId}/undo`);
const counts = async () => {
  const views = (await agent.call('GET /views')).body.items as Json[];
  return Object.fromEntries(views.map(({ key, count }) => [key, count]));
};
const namesOf = async (ticket: Json) =>
  (await world.events(company, { ticketId: ticket.id })).map(({ name }) => name);

async function answered(ticket: Json, body: string): Promise<void> {
  const { status } = await agent.call(`POST /tickets/${ticket.id}/messages`, { body });
  expect(status).toBe(201);
  world.clock.move({ seconds: 60 });
}

describe('merging', () => {
  test('brings messages, customer and followers along, and leaves a sign where the ticket was', async () => {
    const before = await counts();
    const source = await opened('Second letter', { requester: egor });
    const target = await opened('First letter');
    await agent.call(`PUT /tickets/${source.id}/followers/${agent.id}`);
    await answered(source, 'We look at it');
    const { status, body } = await merge(source, target);
    expect(status).toBe(200);
    expect(body.ticket).toMatchObject({
      id: target.id,
      messageCount: 3,
      preview: 'We look at it',
      lastMessageBy: 'agent',
      firstRespondedAt: expect.any(String),
    });
    expect(await texts(target.id)).toEqual([
      'Text of Second letter',
      'Text of First letter',
      'We look at it',
    ]);
    expect(await read(source.number)).toMatchObject({
      status: 'closed',
      messageCount: 0,
      mergedInto: { id: target.id, number: target.number },
    });
    expect(await read(target.id)).toMatchObject({
      requester: { name: 'Rita' },
      participants: [{ name: 'Egor', email: 'egor@requester.test' }],
      followers: [{ id: agent.id }],
    });
    const after = await counts();
    expect([after.open - before.open, after.solved - before.solved]).toEqual([1, 0]);
    const listed = (await agent.call('GET /tickets?view=solved')).body.items as Json[];
    expect(listed.map(({ id }) => id)).not.toContain(source.id);
    expect(await namesOf(source)).toContain('ticket.merged');
    const tookIn = (
      await world.events(company, { ticketId: target.id, name: 'ticket.took-in' })
    )[0];
    expect(tookIn).toMatchObject({
      changes: [
        { field: 'tookIn', to: { id: source.id, name: `#${source.number} Second letter` } },
      ],
      reason: { code: 'messages_came', params: { count: 2 } },
    });
  });

  test('is taken back with messages, states, numbers and counters; what came since stays', async () => {
    const before = await counts();
    const source = await opened('Came twice', { requester: egor });
    const target = await opened('Came once');
    const { moveId } = (await merge(source, target)).body;
    await answered(target, 'Written after the merge');
    const { status, body } = await undo(target, moveId);
    expect([status, body.returned, body.stayed]).toEqual([200, 1, 1]);
    expect(await read(source.number)).toMatchObject({
      id: source.id,
      status: 'new',
      mergedInto: null,
      messageCount: 1,
      preview: 'Text of Came twice',
      lastMessageAt: source.lastMessageAt,
      solvedAt: null,
    });
    expect(await texts(target.id)).toEqual(['Text of Came once', 'Written after the merge']);
    expect(await read(target.id)).toMatchObject({ messageCount: 2, participants: [] });
    const after = await counts();
    expect(after.open - before.open).toBe(2);
    const [told] = await world.events(company, {
      ticketId: target.id,
      name: 'ticket.merge-undone',
    });
    expect(told).toMatchObject({ reason: { code: 'messages_stayed', params: { count: 1 } } });
    const again = await undo(target, moveId);
    expect([again.status, again.body.code]).toEqual([409, 'move.undone']);
  });

  test('of open work into a finished ticket takes that up again, and back to rest when undone', async () => {
    const target = await opened('Finished');
    await agent.call(`PATCH /tickets/${target.id}`, { status: 'closed' });
    const source = await opened('Still open');
    const { moveId, ticket } = (await merge(source, target)).body;
    expect(ticket.status).toBe('open');
    await undo(source, moveId);
    expect(await read(target.id)).toMatchObject({ status: 'closed' });
    expect(await read(source.id)).toMatchObject({ status: 'new' });
  });

  test('makes no circle, not with itself, not twice, and says so', async () => {
    const one = await opened('One');
    const two = await opened('Two');
    const three = await opened('Three');
    expect((await merge(one, one)).body.code).toBe('merge.itself');
    const first = (await merge(one, two)).body;
    expect((await merge(two, one)).body.code).toBe('ticket.merged');
    expect((await merge(one, three)).body.code).toBe('ticket.merged');
    const second = (await merge(two, three)).body;
    expect(await texts(three.id)).toHaveLength(3);
    // A chain is taken back from its end.
    expect((await undo(one, first.moveId)).body.code).toBe('move.later_first');
    expect((await undo(two, second.moveId)).status).toBe(200);
    expect((await undo(one, first.moveId)).status).toBe(200);
    expect(await texts(one.id)).toEqual(['Text of One']);
    expect(await texts(two.id)).toEqual(['Text of Two']);
  });

  test('leaves nothing that could be changed behind the sign', async () => {
    const source = await opened('Gone');
    await merge(source, await opened('Stays'));
    const patched = await agent.call(`PATCH /tickets/${source.id}`, { status: 'open' });
    expect([patched.status, patched.body.code]).toEqual([409, 'ticket.merged']);
    const said = await agent.call(`POST /tickets/${source.id}/messages`, { body: 'Hello?' });
    expect([said.status, said.body.code]).toEqual([409, 'ticket.merged']);
  });

  test('needs its right, both tickets in sight, and what was seen to be so still', async () => {
    const source = await opened('Seen');
    const target = await opened('Also seen');
    const observer = await company.hire('observer');
    expect((await merge(source, target, {}, observer)).status).toBe(403);
    const stale = await merge(source, target, { version: source.version + 1 });
    expect([stale.status, stale.body.code]).toEqual([409, 'version.conflict']);
    const staleTarget = await merge(source, target, { intoVersion: 99 });
    expect(staleTarget.status).toBe(409);
    const other = await company.team('Other line');
    await agent.call(`PATCH /tickets/${target.id}`, { teamId: other.id });
    const limited = await company.hire({
      permissions: ['ticket.read', 'ticket.merge'],
      scope: 'teams',
    });
    expect((await merge(source, target, {}, limited)).body.code).toBe('ticket.not_found');
    const foreign = await world.found();
    expect((await merge(source, target, {}, foreign.administrator)).status).toBe(404);
    const { moveId } = (await merge(source, target)).body;
    expect((await undo(target, moveId, limited)).status).toBe(404);
    expect((await undo(target, moveId, foreign.administrator)).status).toBe(404);
  });

  test('by two at once happens once; repeated with one key gives the first answer', async () => {
    const source = await opened('Wanted by two');
    const target = await opened('Wanted into');
    const both = await Promise.all([merge(source, target), merge(source, target)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await texts(target.id)).toHaveLength(2);
    const crossed = [await opened('Left'), await opened('Right')] as const;
    const cross = await Promise.all([merge(crossed[0], crossed[1]), merge(crossed[1], crossed[0])]);
    expect(cross.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const again = await opened('Once');
    const key = { 'idempotency-key': 'merge once' };
    const call = () => agent.call(`POST /tickets/${again.id}/merge`, { into: target.id }, key);
    expect((await call()).body.moveId).toBe((await call()).body.moveId);
  });
});

describe('letters', () => {
  const letter = (id: string, headers: Record<string, string> = {}) =>
    world.mail(company, letterText(id, { From: 'Rita <rita@requester.test>', ...headers }));
  const ticketOf = async (subject: string): Promise<Json> =>
    ((await agent.call('GET /tickets?limit=200')).body.items as Json[]).find(
      (one) => one.subject === subject,
    );

  test('that answer a merged ticket land where it lives now, and at home again after the undo', async () => {
    await letter('m1');
    await letter('m2');
    const source = await ticketOf('Question m1');
    const target = await ticketOf('Question m2');
    const { moveId } = (await merge(source, target)).body;
    await letter('m3', { 'In-Reply-To': '<m1@there.test>' });
    expect(await texts(target.id)).toHaveLength(3);
    expect(await read(source.id)).toMatchObject({ messageCount: 0 });
    await undo(source, moveId);
    await letter('m4', { 'In-Reply-To': '<m1@there.test>' });
    // What came in between stays where it was said, and so does who answers it.
    await letter('m5', { 'In-Reply-To': '<m3@there.test>' });
    expect(await texts(source.id)).toEqual(['Text of m1', 'Text of m4']);
    expect(await texts(target.id)).toEqual(['Text of m2', 'Text of m3', 'Text of m5']);
  });

  test('that answer a message which was split off land with it', async () => {
    await letter('s1');
    await letter('s2', { 'In-Reply-To': '<s1@there.test>' });
    const source = await ticketOf('Question s1');
    const items = (await agent.call(`GET /tickets/${source.id}/messages`)).body.items as Json[];
    const messageIds = [items[1].id as string];
    const born = (await agent.call(`POST /tickets/${source.id}/split`, { messageIds })).body.ticket;
    await letter('s3', { 'In-Reply-To': '<s2@there.test>' });
    await letter('s4', { 'In-Reply-To': '<s1@there.test>' });
    expect(await texts(born.id)).toEqual(['Text of s2', 'Text of s3']);
    expect(await texts(source.id)).toEqual(['Text of s1', 'Text of s4']);
  });

  test('of a ticket that was merged before they left are sent, and told of where they are now', async () => {
    await letter('o1');
    const source = await ticketOf('Question o1');
    const target = await opened('Takes an answer in');
    await agent.call(`POST /tickets/${source.id}/messages`, { body: 'On its way' });
    await merge(source, target);
    await world.settle();
    const items = (await agent.call(`GET /tickets/${target.id}/messages`)).body.items as Json[];
    const answer = items.find(({ text }) => text === 'On its way');
    expect(answer.delivery).toMatchObject({ state: expect.stringMatching(/sent|failed/) });
    expect(answer.mail.to).toEqual(['rita@requester.test']);
  });
});
