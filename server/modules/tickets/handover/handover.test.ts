import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { letterText } from '../../../test/mail/letters.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { handTicketsOver } from './hand-tickets-over.ts';

let world: World;
let company: Company;
let agent: Person;
let kept: Json;
let other: Json;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  company = await world.found();
  agent = await company.hire('agent');
  kept = await add({ name: 'Rita Berg', phone: '+79120000001' });
  other = await add({ name: 'Рита Берг', email: 'rita@berg.test' });
});
afterAll(() => world.close());

const add = async (body: object): Promise<Json> => (await agent.call('POST /people', body)).body;
const open = async (requester: object): Promise<Json> =>
  (await agent.call('POST /tickets', { subject: 'A', body: 'B', requester })).body;
const read = async (id: string): Promise<Json> => (await agent.call(`GET /tickets/${id}`)).body;
const authors = async (id: string): Promise<string[]> =>
  (await agent.call(`GET /tickets/${id}/messages`)).body.items.map(({ author }: Json) => author.id);
const counts = async (): Promise<Json> => (await agent.call('GET /views/counts')).body;

async function merge(): Promise<string> {
  const { body } = await agent.call(`POST /people/${kept.id}/merges`, { otherId: other.id });
  await world.settle();
  return body.id as string;
}

async function undo(mergeId: string): Promise<void> {
  await agent.call(`DELETE /people/${kept.id}/merges/${mergeId}`);
  await world.settle();
}

const timeline = async (id: string, query = ''): Promise<Json[]> =>
  (await agent.call(`GET /people/${id}/timeline${query}`)).body.items;

const written = async (id: string): Promise<Json[]> =>
  (await timeline(id)).filter(({ kind }) => kind === 'message');

describe('when two people are merged', () => {
  test('a ticket without an organization takes that of who they are, until the undo', async () => {
    const { body: firm } = await agent.call('POST /organizations', { name: 'Berg' });
    const theirs = await open({ id: other.id });
    expect(theirs.organization).toBeNull();
    await agent.call(`PATCH /people/${kept.id}`, { organizationId: firm.id });
    const mergeId = await merge();
    expect((await read(theirs.id)).organization).toMatchObject({ name: 'Berg' });
    await undo(mergeId);
    expect((await read(theirs.id)).organization).toBeNull();
  });

  test('the timeline says what became of their tickets between what was written', async () => {
    const own = await open({ id: kept.id });
    await agent.call(`PATCH /tickets/${own.id}`, { status: 'pending' });
    const [change, first] = await timeline(kept.id);
    expect(change).toMatchObject({
      kind: 'status',
      change: { from: 'new', to: 'pending' },
      ticket: { id: own.id },
    });
    expect(first).toMatchObject({ kind: 'message', text: 'B', change: null });
    expect((await timeline(kept.id, '?channel=api')).map(({ kind }) => kind)).toEqual(['message']);
  });

  test('tickets and messages follow, with a reason on each ticket, and go back with the undo', async () => {
    const [own, theirs] = [await open({ id: kept.id }), await open({ id: other.id })];
    await agent.call(`PATCH /tickets/${theirs.number}`, { status: 'solved' });
    const before = await counts();
    const mergeId = await merge();
    expect((await read(theirs.id)).requester.id).toBe(kept.id);
    expect(await authors(theirs.id)).toEqual([kept.id]);
    expect(await counts()).toEqual(before);
    const facts = { ticketId: theirs.id, name: 'ticket.requester-changed' };
    expect(await world.events(company, facts)).toMatchObject([
      {
        reason: { code: 'person.merged' },
        changes: [{ field: 'requester', from: { id: other.id }, to: { id: kept.id } }],
      },
    ]);
    expect((await written(kept.id)).map(({ ticket }) => ticket.number).toSorted()).toEqual(
      [own.number, theirs.number].toSorted(),
    );

    await undo(mergeId);
    expect((await read(theirs.id)).requester.id).toBe(other.id);
    expect((await read(own.id)).requester.id).toBe(kept.id);
    expect([await authors(theirs.id), await authors(own.id)]).toEqual([[other.id], [kept.id]]);
    expect((await world.events(company, facts)).at(-1)).toMatchObject({
      reason: { code: 'person.merge_undone' },
    });
    expect(await counts()).toEqual(before);
  });

  test('what they wrote into the ticket of a third follows and goes back', async () => {
    await world.mail(company, letterText('a', { From: 'Max <max@third.test>' }));
    const [ticket] = (await agent.call('GET /tickets')).body.items;
    await agent.call(`POST /tickets/${ticket.id}/messages`, {
      body: 'Answer',
      cc: ['rita@berg.test'],
    });
    await world.settle();
    const [, answer] = (await agent.call(`GET /tickets/${ticket.id}/messages`)).body.items;
    const reply = {
      From: 'Рита <rita@berg.test>',
      'In-Reply-To': answer.mail.messageId,
      'Message-ID': '<r1@berg.test>',
    };
    await world.mail(company, letterText('b', reply));
    expect((await authors(ticket.id)).at(-1)).toBe(other.id);
    const mergeId = await merge();
    expect((await authors(ticket.id)).at(-1)).toBe(kept.id);
    expect((await read(ticket.id)).requester.id).toBe(ticket.requester.id);
    expect(await written(kept.id)).toHaveLength(3);
    await undo(mergeId);
    expect((await authors(ticket.id)).at(-1)).toBe(other.id);
  });

  test('a ticket that was given to somebody else since, and messages written since, stay where they are', async () => {
    const theirs = await open({ id: other.id });
    const mergeId = await merge();
    const third = await add({ name: 'Third' });
    await world.admin.query('update ticket set requester_id = $1 where id = $2', [
      third.id,
      theirs.id,
    ]);
    const later = await open({ id: kept.id });
    await undo(mergeId);
    expect((await read(theirs.id)).requester.id).toBe(third.id);
    expect((await read(later.id)).requester.id).toBe(kept.id);
  });

  test('hundreds of tickets go over some at a time, and back', async () => {
    const first = await open({ id: other.id });
    await world.admin.query(
      `insert into ticket (workspace_id, id, number, type, subject, status, priority, channel_kind, requester_id,
         created_at, updated_at, last_message_at, last_message_by, preview, message_count)
       select workspace_id, gen_random_uuid(), number + n, type, subject, status, priority, channel_kind, requester_id,
         created_at, updated_at, last_message_at, last_message_by, preview, message_count
       from ticket, generate_series(1, 250) n where id = $1`,
      [first.id],
    );
    const of = async (id: string) => {
      const sql = 'select count(*)::int as n from ticket where requester_id = $1';
      return (await world.admin.query<{ n: number }>(sql, [id])).rows[0]?.n;
    };
    const mergeId = await merge();
    expect([await of(other.id), await of(kept.id)]).toEqual([0, 251]);
    const named = { name: 'ticket.requester-changed' };
    expect(await world.events(company, named)).toHaveLength(251);
    await undo(mergeId);
    expect([await of(other.id), await of(kept.id)]).toEqual([251, 0]);
  });

  test('a letter that was on its way meanwhile follows with the next look', async () => {
    const mergeId = await merge();
    const late = await open({ id: kept.id });
    await world.admin.query('update ticket set requester_id = $1 where id = $2', [
      other.id,
      late.id,
    ]);
    await world.admin.query('update message set author_id = $1 where ticket_id = $2', [
      other.id,
      late.id,
    ]);
    const look = () =>
      world.app.executor.execute(handTicketsOver, { mergeId }, systemActor(company.id));
    expect([await look(), await look()]).toEqual([{ handedOver: 1 }, { handedOver: 0 }]);
    expect([(await read(late.id)).requester.id, await authors(late.id)]).toEqual([
      kept.id,
      [kept.id],
    ]);
  });

  test('and taken apart at once, everything is where it was', async () => {
    const theirs = await open({ id: other.id });
    const { body } = await agent.call(`POST /people/${kept.id}/merges`, { otherId: other.id });
    await undo(body.id);
    expect((await read(theirs.id)).requester.id).toBe(other.id);
    expect(await authors(theirs.id)).toEqual([other.id]);
  });
});

describe('a call, a visit, a letter on paper', () => {
  const said = { subject: 'Printer', body: 'It smokes', requester: { phone: '+79120000001' } };

  test.each(['phone', 'visit', 'letter'])(
    'by %s is written down as what it was',
    async (channel) => {
      const { status, body } = await agent.call('POST /tickets', { ...said, channel });
      expect([status, body]).toMatchObject([
        201,
        { channel: { kind: channel, id: null }, status: 'new', requester: { id: kept.id } },
      ]);
      expect(await timeline(kept.id, `?channel=${channel}`)).toMatchObject([
        { channelKind: channel, text: 'It smokes', direction: 'in' },
      ]);
      expect(await timeline(kept.id, '?channel=email')).toEqual([]);
    },
  );

  test('solved at once is solved in the history too, and whoever was spoken to has had an answer', async () => {
    const body = { ...said, channel: 'phone', status: 'solved', assigneeId: agent.id };
    const { body: ticket } = await agent.call('POST /tickets', body);
    expect(ticket).toMatchObject({
      status: 'solved',
      assignee: { id: agent.id },
      solvedAt: expect.any(String),
      firstRespondedAt: expect.any(String),
    });
    const changed = await world.events(company, {
      ticketId: ticket.id,
      name: 'ticket.status-changed',
    });
    expect(changed.at(-1)).toMatchObject({ changes: [{ to: 'solved' }] });
    const paper = { ...body, channel: 'letter' };
    expect((await agent.call('POST /tickets', paper)).body.firstRespondedAt).toBeNull();
  });

  test('is answered by mail where there is an address', async () => {
    const asked = { ...said, requester: { email: 'rita@berg.test' }, channel: 'visit' };
    const { body: ticket } = await agent.call('POST /tickets', asked);
    await agent.call(`POST /tickets/${ticket.id}/messages`, { body: 'Mended' });
    await world.settle();
    const [, answer] = (await agent.call(`GET /tickets/${ticket.id}/messages`)).body.items;
    expect(answer.mail).toMatchObject({ to: ['rita@berg.test'] });
  });

  test('of another kind is refused, and so is solving by whoever may not change', async () => {
    const pigeon = await agent.call('POST /tickets', { ...said, channel: 'pigeon' });
    expect([pigeon.status, pigeon.body.errors[0].field]).toEqual([400, 'channel']);
    const clerk = await company.hire({ permissions: ['ticket.create', 'ticket.read'] });
    expect(await clerk.call('POST /tickets', { ...said, status: 'solved' })).toMatchObject({
      status: 403,
    });
  });

  test('told of in the timeline of somebody of another company is not found', async () => {
    const stranger = await world.found();
    expect(await stranger.administrator.call(`GET /people/${kept.id}/timeline`)).toMatchObject({
      status: 404,
    });
  });
});
