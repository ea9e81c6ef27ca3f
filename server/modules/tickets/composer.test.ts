import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Company, Person } from '../../test/company.ts';
import { newId } from '../../kernel/ids.ts';
import type { Json } from '../../test/caller.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let colleague: Person;
let ticketId: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  colleague = await company.hire('agent', { name: 'Igor' });
});
afterAll(() => world.close());
beforeEach(async () => {
  const requester = { email: 'rita@requester.test', name: 'Rita' };
  const { body } = await agent.call('POST /tickets', {
    subject: 'Printer',
    body: 'It jams',
    requester,
  });
  ticketId = body.id as string;
});

const write = (body: object, by = agent) => by.call(`POST /tickets/${ticketId}/messages`, body);
const ticket = async (): Promise<Json> => (await agent.call(`GET /tickets/${ticketId}`)).body;
const messages = async (): Promise<Json[]> =>
  (await agent.call(`GET /tickets/${ticketId}/messages`)).body.items;
const names = async () => (await world.events(company, { ticketId })).map(({ name }) => name);

describe('calling a colleague into a note', () => {
  const notices = async (by: Person) => (await by.call('GET /notices')).body.items as Json[];

  test('makes them follow the ticket and tells them once, until they have read it', async () => {
    await write({
      body: '@Igor look\n at this',
      visibility: 'internal',
      mentions: [colleague.id, colleague.id],
    });
    await world.settle();
    expect((await ticket()).followers).toMatchObject([{ name: 'Igor' }]);
    await expect.poll(() => notices(colleague), { timeout: 5_000 }).toHaveLength(1);
    const [notice] = await notices(colleague);
    expect(notice).toMatchObject({
      kind: 'mention',
      ticket: { id: ticketId, subject: 'Printer' },
      actor: { name: 'Olga' },
      preview: '@Igor look at this',
      readAt: null,
    });
    expect((await colleague.call('GET /notices/count')).body).toEqual({ unread: 1, others: 1 });
    expect(await notices(agent)).toEqual([]);
    expect((await agent.call('POST /notices/read', { ids: [notice.id] })).body).toEqual({
      read: 0,
    });
    expect((await colleague.call('POST /notices/read', { ticketId })).body).toEqual({ read: 1 });
    expect((await colleague.call('GET /notices/count')).body).toEqual({ unread: 0, others: 0 });
  });

  test('hands the ticket over in the same act', async () => {
    const { status } = await write({
      body: '@Igor yours',
      visibility: 'internal',
      mentions: [colleague.id],
      assigneeId: colleague.id,
    });
    expect(status).toBe(201);
    expect((await ticket()).assignee).toMatchObject({ name: 'Igor' });
  });

  test('is refused in an answer, for nobody, and for who may not see the ticket', async () => {
    const asked = { body: '@Igor', mentions: [colleague.id] };
    expect((await write(asked)).body.errors).toEqual([{ field: 'mentions', code: 'not_allowed' }]);
    const note = { body: '@x', visibility: 'internal' };
    const nobody = await write({ ...note, mentions: ['01900000-0000-7000-8000-000000000009'] });
    expect([nobody.status, nobody.body.code]).toEqual([422, 'user.not_found']);
    const limited = await company.hire({ permissions: ['ticket.read'], scope: 'teams' });
    const team = await company.team(`Closed ${ticketId.slice(-6)}`);
    await agent.call(`PATCH /tickets/${ticketId}`, { teamId: team.id });
    const unseen = await write({ ...note, mentions: [limited.id] });
    expect([unseen.status, unseen.body.code]).toEqual([422, 'mention.cannot_see']);
    expect(await messages()).toHaveLength(1);
  });
});

describe('an answer that somebody else has overtaken', () => {
  test('is held up once; sent without having looked it goes through', async () => {
    const [first] = await messages();
    await write({ body: 'I am on it', visibility: 'internal' }, colleague);
    const late = await write({ body: 'Hello', lastSeenMessageId: first.id });
    expect([late.status, late.body.code]).toEqual([409, 'ticket.message_came']);
    const seen = (await messages()).at(-1);
    expect((await write({ body: 'Hello', lastSeenMessageId: seen.id })).status).toBe(201);
    // One's own words are no news.
    expect((await write({ body: 'Hello again', lastSeenMessageId: seen.id })).status).toBe(201);
  });
});

describe('an answer that is taken back', () => {
  const takeBack = (id: string, by = agent) =>
    by.call(`DELETE /tickets/${ticketId}/messages/${id}`);

  test('is a draft again, and the ticket is what it was', async () => {
    const before = await ticket();
    const { body: sent } = await write({
      body: 'Done',
      undoSeconds: 10,
      status: 'solved',
      cc: ['boss@there.test'],
    });
    expect(sent.delivery).toMatchObject({ state: 'queued', nextAttemptAt: expect.any(String) });
    expect(await ticket()).toMatchObject({
      status: 'solved',
      lastMessageBy: 'agent',
      messageCount: 2,
    });
    const { status, body } = await takeBack(sent.id);
    expect([status, body.draft.body, body.draft.cc]).toEqual([200, 'Done', ['boss@there.test']]);
    expect(await messages()).toHaveLength(1);
    const { version: _v, updatedAt: _u, ...now } = await ticket();
    const { version: _ov, updatedAt: _ou, ...was } = before;
    expect(now).toEqual(was);
    expect(await names()).toContain('message.withdrawn');
    expect((await takeBack(sent.id)).status).toBe(404);
  });

  test('leaves alone what somebody else has changed since', async () => {
    const { body: sent } = await write({ body: 'Done', undoSeconds: 10 });
    await colleague.call(`PATCH /tickets/${ticketId}`, {
      assigneeId: colleague.id,
      status: 'pending',
    });
    await write({ body: 'Me too' }, colleague);
    await takeBack(sent.id);
    expect(await ticket()).toMatchObject({
      assignee: { name: 'Igor' },
      status: 'pending',
      preview: 'Me too',
      messageCount: 2,
      firstRespondedAt: world.clock.now().toISOString(),
    });
  });

  test('is not: when its time is over, by a colleague, when it had none', async () => {
    const { body: sent } = await write({ body: 'Done', undoSeconds: 10 });
    expect((await takeBack(sent.id, colleague)).body.code).toBe('letter.sent');
    world.clock.move({ seconds: 10 });
    expect((await takeBack(sent.id)).body.code).toBe('letter.sent');
    const { body: plain } = await write({ body: 'At once' });
    expect((await takeBack(plain.id)).body.code).toBe('letter.sent');
    const stranger = (await world.found()).administrator;
    expect((await takeBack(plain.id, stranger)).status).toBe(404);
  });
});

describe('an answer for later', () => {
  const inAnHour = () => new Date(world.clock.now().getTime() + 3_600_000).toISOString();
  const plan = async (more: object = {}): Promise<Json> => {
    const asked = { body: 'As promised', sendAt: inAnHour(), ...more };
    const { status, body } = await agent.call(`POST /tickets/${ticketId}/planned`, asked);
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  };
  const planned = async (): Promise<Json[]> =>
    (await agent.call(`GET /tickets/${ticketId}/planned`)).body.items;
  async function later(by: Parameters<World['clock']['move']>[0]): Promise<void> {
    world.clock.move(by);
    await world.admin.query(
      `update job_queue.job set start_after = now() - interval '1 second'
        where name = 'write-planned-answer' and state in ('created', 'retry')`,
    );
    await world.admin.query(
      `select pg_notify('pgboss_' || left(encode(sha224('job_queue'::bytea), 'hex'), 24), 'write-planned-answer')`,
    );
    await world.settle();
  }

  test('is written when its time has come, once, as its author, and solves then', async () => {
    const { id } = await plan({ status: 'solved' });
    expect(await planned()).toMatchObject([
      { id, author: { name: 'Olga' }, status: 'solved', problem: null },
    ]);
    expect(await ticket()).toMatchObject({ status: 'new', messageCount: 1 });
    await later({ seconds: 1800 });
    expect(await messages()).toHaveLength(1);
    await later({ hours: 1 });
    expect(await planned()).toEqual([]);
    expect((await messages()).at(-1)).toMatchObject({
      text: 'As promised',
      author: { kind: 'user', id: agent.id, name: 'Olga' },
    });
    expect(await ticket()).toMatchObject({ status: 'solved', assignee: { name: 'Olga' } });
    await later({ hours: 1 });
    expect(await messages()).toHaveLength(2);
  });

  test('can get another time and text by a colleague, and be cancelled back into a draft', async () => {
    const { id, version } = await plan();
    const tomorrow = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const at = `/tickets/${ticketId}/planned/${id}` as const;
    const changed = await colleague.call(`PATCH ${at}`, {
      version,
      body: 'Better',
      sendAt: tomorrow,
    });
    expect(changed.body).toMatchObject({ body: 'Better', sendAt: tomorrow, version: version + 1 });
    expect((await agent.call(`PATCH ${at}`, { version, body: 'Stale' })).status).toBe(409);
    await later({ hours: 2 });
    expect(await messages()).toHaveLength(1);
    expect((await agent.call(`DELETE ${at}`)).body.draft).toMatchObject({ body: 'Better' });
    expect((await agent.call(`DELETE ${at}`)).body.code).toBe('planned.not_found');
    await later({ days: 2 });
    expect(await messages()).toHaveLength(1);
  });

  test('stays here when the customer wrote before, and its author is told', async () => {
    const { id } = await plan();
    world.clock.move({ seconds: 60 });
    await world.admin.query(
      `insert into message (workspace_id, id, ticket_id, visibility, direction, author_kind, author_name,
         channel_kind, body, created_at)
       select workspace_id, $3, id, 'public', 'in', 'person', 'Rita', 'api', 'It works now', $2
       from ticket where id = $1`,
      [ticketId, world.clock.now(), newId()],
    );
    await later({ hours: 1 });
    expect(await planned()).toMatchObject([{ id, problem: 'customer_wrote' }]);
    const newest = async () => (await agent.call('GET /notices')).body.items[0];
    await expect
      .poll(newest, { timeout: 5_000 })
      .toMatchObject({ kind: 'planned-not-sent', ticket: { id: ticketId } });
    await agent.call(`PATCH /tickets/${ticketId}/planned/${id}`, {
      sendAt: world.clock.now().toISOString(),
    });
    await later({ seconds: 1 });
    expect((await messages()).at(-1)?.text).toBe('As promised');
  });

  test('of somebody who has left is not sent in their name', async () => {
    const leaver = await company.hire('agent', { name: 'Leaver' });
    await leaver.call(`POST /tickets/${ticketId}/planned`, { body: 'Bye', sendAt: inAnHour() });
    const { items } = (await company.administrator.call('GET /users?q=Leaver')).body;
    await company.administrator.call(`PATCH /users/${leaver.id}`, {
      version: items[0].version,
      active: false,
    });
    await later({ hours: 2 });
    expect(await planned()).toMatchObject([{ problem: 'author_left' }]);
    expect(await messages()).toHaveLength(1);
  });

  test('twice with one key is planned once; too far ahead it is refused, as it is to who may not answer', async () => {
    const asked = { body: 'Once', sendAt: inAnHour() };
    const key = { 'idempotency-key': `plan-${ticketId}` };
    const at = `POST /tickets/${ticketId}/planned` as const;
    await Promise.all([1, 2, 3].map(() => agent.call(at, asked, key)));
    expect(await planned()).toHaveLength(1);
    const far = await agent.call(at, { ...asked, sendAt: '2031-01-01T00:00:00Z' });
    expect(far.body.errors).toEqual([{ field: 'sendAt', code: 'too_far' }]);
    const observer = await company.hire('observer');
    expect((await observer.call(at, asked)).status).toBe(403);
    const stranger = (await world.found()).administrator;
    expect((await stranger.call(at, asked)).status).toBe(404);
  });
});
