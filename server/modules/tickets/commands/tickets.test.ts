import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Company, Person } from '../../../test/company.ts';
import type { Json } from '../../../test/caller.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let colleague: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  colleague = await company.hire('agent', { name: 'Igor' });
});
afterAll(() => world.close());

const rita = { email: 'rita@requester.test', name: 'Rita' };

async function opened(parts: object = {}, by = agent): Promise<Json> {
  const asked = { subject: 'Printer', body: 'It jams', requester: rita, ...parts };
  const { status, body } = await by.call('POST /tickets', asked);
  expect([status, body.code]).toEqual([201, undefined]);
  return body;
}

const historyOf = async (ticketId: string) =>
  (await world.events(company, { ticketId })).map(({ name, changes, reason }) => [
    name,
    ...changes.map(({ from, to }) => [nameOf(from), nameOf(to)]),
    ...(reason ? [reason.code] : []),
  ]);

const nameOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : value;

describe('opening a ticket', () => {
  test('makes it new, numbers it and knows who asked', async () => {
    const first = await opened();
    const second = await opened({ subject: '  Two\n lines ' });
    expect(first).toMatchObject({
      type: 'question',
      status: 'new',
      priority: 'normal',
      subject: 'Printer',
      preview: 'It jams',
      requester: { name: 'Rita', email: 'rita@requester.test' },
      assignee: null,
      messageCount: 1,
      lastMessageBy: 'customer',
      version: 1,
      createdAt: world.clock.now().toISOString(),
    });
    expect(second.subject).toBe('Two lines');
    expect(second.number).toBe(first.number + 1);
    expect(second.requester.id).toBe(first.requester.id);
    expect(await historyOf(first.id)).toEqual([['ticket.opened'], ['message.received']]);
  });

  test('hands it over at once when somebody is named', async () => {
    const ticket = await opened({ assigneeId: colleague.id, impact: 'urgent', urgency: 'urgent' });
    expect(ticket).toMatchObject({ assignee: { name: 'Igor' }, priority: 'urgent' });
  });

  test('cleans what comes as HTML and reads its text', async () => {
    const html = '<p onclick="x()">Hello <b>there</b></p><script>alert(1)</script>';
    const ticket = await opened({ body: undefined, html });
    const { body } = await agent.call(`GET /tickets/${ticket.id}/messages`);
    expect(body.items[0]).toMatchObject({ text: 'Hello there', html: true });
    const frame = await agent.call(`GET /tickets/${ticket.id}/messages/${body.items[0].id}/frame`);
    expect(frame.body).toContain('<b>there</b>');
    expect(frame.body).not.toMatch(/onclick|alert/);
  });

  test.each([
    [{ subject: '' }, 'subject', 'too_short'],
    [{ subject: ' \n ' }, 'subject', 'too_short'],
    [{ body: undefined }, 'body', 'required'],
    [{ requester: {} }, 'requester', 'required'],
    [{ requester: { email: 'nobody' } }, 'requester.email', 'not_email'],
    [{ requester: { phone: 'call me' } }, 'requester.phone', 'not_phone'],
    [{ priority: 'huge' }, 'priority', 'not_allowed'],
    [{ fields: { '1 x': 1 } }, 'fields.1 x', 'invalid'],
  ])('refuses %j', async (parts, field, code) => {
    const asked = { subject: 'Printer', body: 'It jams', requester: rita, ...parts };
    const answer = await agent.call('POST /tickets', asked);
    expect([answer.status, answer.body.errors]).toEqual([400, [{ field, code }]]);
  });

  test.each([
    [{ requester: { id: '01900000-0000-7000-8000-000000000009' } }, 'person.not_found'],
    [{ teamId: '01900000-0000-7000-8000-000000000009' }, 'team.not_found'],
    [{ categoryId: '01900000-0000-7000-8000-000000000009' }, 'category.not_found'],
    [{ assigneeId: '01900000-0000-7000-8000-000000000009' }, 'user.not_found'],
    [{ attachments: ['01900000-0000-7000-8000-000000000009'] }, 'file.not_found'],
  ])('refuses in words %j', async (parts, code) => {
    const asked = { subject: 'Printer', body: 'It jams', requester: rita, ...parts };
    const answer = await agent.call('POST /tickets', asked);
    expect(answer).toMatchObject({ status: 422, body: { code } });
  });

  test('twice with one key opens one', async () => {
    const asked = { subject: 'Once', body: 'Only', requester: rita };
    const key = { 'idempotency-key': 'open-once' };
    const answers = await Promise.all([1, 2, 3].map(() => agent.call('POST /tickets', asked, key)));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const other = await agent.call('POST /tickets', { ...asked, subject: 'Other' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.key_reused' } });
  });
});

describe('changing a ticket', () => {
  let ticket: { id: string; number: number; version: number };
  beforeEach(async () => {
    ticket = await opened();
  });
  const change = (body: object, by = agent) => by.call(`PATCH /tickets/${ticket.id}`, body);

  test('leaves a fact of each change, with what it was and with its reason', async () => {
    const team = await company.team(`Line ${ticket.number}`);
    const asked = {
      assigneeId: colleague.id,
      teamId: team.id,
      priority: 'high',
      reason: 'He knows it',
    };
    const { body } = await change(asked);
    expect(body).toMatchObject({ status: 'open', assignee: { name: 'Igor' }, version: 2 });
    const history = await historyOf(ticket.id);
    expect(history.slice(2)).toEqual([
      ['ticket.priority-changed', ['normal', 'high'], 'said'],
      ['ticket.team-changed', [null, team.name], 'said'],
      ['ticket.assigned', [null, 'Igor'], 'said'],
      ['ticket.status-changed', ['new', 'open'], 'assigned'],
    ]);
  });

  test('to what it is already changes nothing and records nothing', async () => {
    const { body } = await change({ status: 'new', priority: 'normal', tags: [] });
    expect(body.version).toBe(1);
    expect(await historyOf(ticket.id)).toHaveLength(2);
  });

  test('that somebody else has changed meanwhile is refused, never lost', async () => {
    expect((await change({ version: 1, priority: 'high' })).status).toBe(200);
    const late = await change({ version: 1, priority: 'low' }, colleague);
    expect(late).toMatchObject({ status: 409, body: { code: 'version.conflict' } });
    expect((await agent.call(`GET /tickets/${ticket.id}`)).body.priority).toBe('high');
  });

  test('by two at once with the same version lets one of them through', async () => {
    const answers = await Promise.all(
      ['low', 'high', 'urgent'].map((priority) => change({ version: 1, priority })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  test('keeps the fields that were not named, and removes those set to nothing', async () => {
    await change({ fields: { floor: 3, room: 'A' } });
    expect((await change({ fields: { room: null, seat: true } })).body.fields).toEqual({
      floor: 3,
      seat: true,
    });
  });

  test('makes tags lower case and each of them once', async () => {
    expect((await change({ tags: ['VIP', 'vip', ' Принтер '] })).body.tags).toEqual([
      'vip',
      'принтер',
    ]);
  });

  test('to somebody who has left is refused', async () => {
    const gone = await company.hire('agent');
    await company.administrator.call(`PATCH /users/${gone.id}`, { version: 1, active: false });
    expect(await change({ assigneeId: gone.id })).toMatchObject({
      status: 422,
      body: { code: 'user.inactive' },
    });
  });

  test('needs the right for just what is changed', async () => {
    const permissions = ['ticket.read', 'ticket.change'];
    const changer = await company.hire({ permissions });
    expect((await change({ priority: 'high' }, changer)).status).toBe(200);
    const refused = await change({ priority: 'low', assigneeId: agent.id }, changer);
    expect(refused).toMatchObject({ status: 403, body: { detail: 'ticket.assign' } });
    expect((await agent.call(`GET /tickets/${ticket.id}`)).body.priority).toBe('high');
  });

  test('works by its number too', async () => {
    const { status, body } = await agent.call(`PATCH /tickets/${ticket.number}`, {
      region: 'North',
    });
    expect([status, body.id]).toEqual([200, ticket.id]);
  });
});

describe('writing', () => {
  let ticket: { id: string };
  beforeEach(async () => {
    ticket = await opened();
  });
  const write = (body: object, by = agent) => by.call(`POST /tickets/${ticket.id}/messages`, body);
  const read = async () => (await agent.call(`GET /tickets/${ticket.id}`)).body;

  test('an answer takes the ticket and is what the list shows', async () => {
    world.clock.move({ seconds: 60 });
    const { status, body } = await write({ body: 'Try again' });
    expect([status, body]).toMatchObject([
      201,
      { visibility: 'public', direction: 'out', author: { kind: 'user', name: 'Olga' } },
    ]);
    expect(await read()).toMatchObject({
      status: 'open',
      assignee: { name: 'Olga' },
      preview: 'Try again',
      lastMessageBy: 'agent',
      messageCount: 2,
      firstRespondedAt: world.clock.now().toISOString(),
    });
    expect(await historyOf(ticket.id)).toEqual([
      ['ticket.opened'],
      ['message.received'],
      ['message.written'],
      ['ticket.status-changed', ['new', 'open'], 'answered'],
      ['ticket.assigned', [null, 'Olga'], 'answered'],
    ]);
  });

  test('a note changes nothing that the customer could see', async () => {
    const before = await read();
    await write({ body: 'He is angry', visibility: 'internal' });
    const after = await read();
    expect(after).toMatchObject({
      status: 'new',
      assignee: null,
      preview: before.preview,
      lastMessageAt: before.lastMessageAt,
      lastMessageBy: 'customer',
      firstRespondedAt: null,
      messageCount: 2,
    });
    const last = (await world.events(company, { ticketId: ticket.id })).at(-1);
    expect(last?.name).toBe('message.noted');
  });

  test('"send and solve" is one act', async () => {
    await write({ body: 'Done', status: 'solved' });
    expect(await read()).toMatchObject({
      status: 'solved',
      solvedAt: world.clock.now().toISOString(),
    });
    expect((await historyOf(ticket.id)).map(([name]) => name)).toEqual([
      'ticket.opened',
      'message.received',
      'message.written',
      'ticket.status-changed',
      'ticket.assigned',
    ]);
  });

  test('nothing is refused, and so is an answer to what has changed', async () => {
    expect(await write({ body: '  \n ' })).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'body', code: 'too_short' }] },
    });
    expect((await write({ body: 'Hello', version: 7 })).status).toBe(409);
  });

  test.each([
    [['ticket.read', 'ticket.note'], 'public', 403],
    [['ticket.read', 'ticket.note'], 'internal', 201],
    [['ticket.read', 'ticket.reply'], 'internal', 403],
    [['ticket.read', 'ticket.reply'], 'public', 201],
  ])('with %j a message that is %s is answered by %i', async (permissions, visibility, status) => {
    const somebody = await company.hire({ permissions });
    expect((await write({ body: 'Hello', visibility }, somebody)).status).toBe(status);
  });

  test('a file of somebody else is not sent', async () => {
    const type = { 'content-type': 'text/plain' };
    const file = await colleague.call('POST /files?name=a.txt', 'x', type);
    expect(await write({ body: 'See', attachments: [file.body.id] })).toMatchObject({
      status: 422,
      body: { code: 'file.not_found' },
    });
  });
});

describe('following', () => {
  test('is done once, shown to everybody, and undone', async () => {
    const { id } = await opened();
    const path = `/tickets/${id}/followers/${colleague.id}` as const;
    expect((await agent.call(`PUT ${path}`)).body).toEqual({ following: true });
    await agent.call(`PUT ${path}`);
    const { body } = await agent.call(`GET /tickets/${id}`);
    expect(body.followers).toEqual([{ id: colleague.id, name: 'Igor' }]);
    await agent.call(`DELETE ${path}`);
    await agent.call(`DELETE ${path}`);
    expect((await historyOf(id)).slice(2).map(([name]) => name)).toEqual([
      'ticket.follower-added',
      'ticket.follower-removed',
    ]);
  });
});

describe('somebody limited to teams', () => {
  test('sees and touches the tickets of the team, their own and those of no team', async () => {
    const [first, second] = [await company.team('First'), await company.team('Second')];
    const permissions = ['ticket.read', 'ticket.change', 'ticket.assign', 'ticket.reply'];
    const limited = await company.hire({ permissions, scope: 'teams' }, { teamIds: [first.id] });
    const ofNobody = await opened();
    const ofTeam = await opened({ teamId: first.id });
    const ofOther = await opened({ teamId: second.id });
    const own = await opened({ teamId: second.id, assigneeId: limited.id });

    const list = await limited.call('GET /tickets?limit=200');
    const seen = new Set(list.body.items.map(({ id }: { id: string }) => id));
    expect([ofNobody, ofTeam, ofOther, own].map(({ id }) => seen.has(id))).toEqual([
      true,
      true,
      false,
      true,
    ]);
    for (const at of [
      `GET /tickets/${ofOther.id}`,
      `GET /tickets/${ofOther.number}`,
      `GET /tickets/${ofOther.id}/messages`,
      `GET /tickets/${ofOther.id}/events`,
      `PATCH /tickets/${ofOther.id}`,
    ] as const) {
      expect((await limited.call(at, at.startsWith('PATCH') ? {} : undefined)).status).toBe(404);
    }
    const answer = await limited.call(`POST /tickets/${ofOther.id}/messages`, { body: 'Hello' });
    expect(answer.status).toBe(404);

    const passedOn = await limited.call(`PATCH /tickets/${ofTeam.id}`, { teamId: second.id });
    expect(passedOn).toMatchObject({ status: 200, body: { team: { name: 'Second' } } });
    expect((await limited.call(`GET /tickets/${ofTeam.id}`)).status).toBe(404);
  });
});

const addCategory = (body: object) => company.administrator.call('POST /categories', body);

describe('categories', () => {
  test('form a tree that cannot become a ring', async () => {
    const top = (await addCategory({ name: 'Hardware' })).body;
    const below = (await addCategory({ name: 'Printers', parentId: top.id })).body;
    const at = `PATCH /categories/${top.id}` as const;
    for (const parentId of [top.id, below.id]) {
      expect((await company.administrator.call(at, { parentId })).body.errors).toEqual([
        { field: 'parentId', code: 'below_itself' },
      ]);
    }
  });

  test('are put away, not lost: their tickets still show them', async () => {
    const { body } = await addCategory({ name: 'Paper' });
    const { id } = await opened({ categoryId: body.id });
    expect((await company.administrator.call(`DELETE /categories/${body.id}`)).status).toBe(200);
    expect((await agent.call(`GET /tickets/${id}`)).body.category.name).toBe('Paper');
  });

  test('are changed by whoever saw the last version', async () => {
    const { body } = await addCategory({ name: 'Toner' });
    const at = `PATCH /categories/${body.id}` as const;
    await company.administrator.call(at, { version: 1, name: 'Ink' });
    expect((await company.administrator.call(at, { version: 1, name: 'Dye' })).status).toBe(409);
  });
});
