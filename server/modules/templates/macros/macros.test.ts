import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let agent: Person;
let keeper: Person;
let template: Json;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка' });
  keeper = company.administrator;
  agent = await company.hire('agent', { name: 'Olga' });
  const asked = {
    name: 'Refund',
    text: { en: { body: 'Dear {{ customer.first_name }}, it comes back.' } },
  };
  template = (await keeper.call('POST /templates', asked)).body;
});
afterAll(() => world.close());

const opened = async (more: object = {}): Promise<string> =>
  (
    await agent.call('POST /tickets', {
      subject: 'Money',
      body: 'Where is it?',
      requester: { email: 'rita@requester.test', name: 'Rita Orlova' },
      ...more,
    })
  ).body.id;

let count = 0;
async function added(acts: object, more: object = {}): Promise<Json> {
  count += 1;
  const { status, body } = await keeper.call('POST /macros', {
    name: `Macro ${count}`,
    acts,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const run = (ticketId: string, macroId: string, by = agent, headers = {}) =>
  by.call(`POST /tickets/${ticketId}/macros/${macroId}`, {}, headers);
const read = async (id: string) => (await keeper.call(`GET /tickets/${id}`)).body;
const eventsOf = async (id: string): Promise<string[]> =>
  (await keeper.call(`GET /tickets/${id}/events?limit=100`)).body.items.map(
    ({ name }: Json) => name,
  );
const messagesOf = async (id: string): Promise<Json[]> =>
  (await keeper.call(`GET /tickets/${id}/messages`)).body.items;

test('a macro does all its acts as one, and one press takes all of them back', async () => {
  const ticketId = await opened({ tags: ['old'] });
  const before = await read(ticketId);
  const macro = await added({
    status: 'solved',
    priority: 'high',
    assigneeId: 'me',
    addTags: ['refund'],
    removeTags: ['old'],
    answerTemplateId: template.id,
  });
  const { status, body: done } = await run(ticketId, macro.id);
  expect(status, JSON.stringify(done)).toBe(200);
  const after = await read(ticketId);
  expect(after).toMatchObject({
    status: 'solved',
    priority: 'high',
    assignee: { id: agent.id },
    tags: ['refund'],
  });
  expect((await messagesOf(ticketId)).map(({ text }) => text)).toEqual([
    'Where is it?',
    'Dear Rita, it comes back.',
  ]);
  expect(await eventsOf(ticketId)).toEqual(
    expect.arrayContaining(['ticket.macro-run', 'ticket.status-changed', 'ticket.tags-changed']),
  );
  const { body: listed } = await agent.call('GET /macros');
  expect(listed.items.find((each: Json) => each.id === macro.id)).toMatchObject({ uses: 1 });

  const undone = await agent.call(`POST /macro-runs/${done.runId}/undo`, {});
  expect(undone.body).toEqual({ kept: [] });
  expect(await read(ticketId)).toMatchObject({
    status: before.status,
    priority: before.priority,
    assignee: before.assignee,
    tags: ['old'],
    messageCount: 1,
    firstRespondedAt: null,
  });
  expect(await eventsOf(ticketId)).toContain('ticket.macro-undone');
  const again = await agent.call(`POST /macro-runs/${done.runId}/undo`, {});
  expect(again.body.code).toBe('macro.undone_already');
});

test('one act that is refused leaves the ticket as it was, and nothing is counted', async () => {
  const observer = await company.hire({ permissions: ['ticket.read', 'ticket.change'] });
  const ticketId = await opened();
  const before = await read(ticketId);
  const macro = await added({ priority: 'urgent', note: 'Look at {{ ticket.number }}' });
  const { status, body } = await run(ticketId, macro.id, observer);
  expect([status, body.code]).toEqual([403, 'permission.missing']);
  expect(await read(ticketId)).toMatchObject({
    priority: before.priority,
    version: before.version,
  });
  expect(await eventsOf(ticketId)).not.toContain('ticket.macro-run');
  expect(
    (await agent.call('GET /macros')).body.items.find((each: Json) => each.id === macro.id).uses,
  ).toBe(0);
});

test('the same request twice acts once', async () => {
  const ticketId = await opened();
  const macro = await added({ note: 'Called, {{ agent.name }}' });
  const key = { 'idempotency-key': `macro-${ticketId}` };
  const [first, second] = await Promise.all([
    run(ticketId, macro.id, agent, key),
    run(ticketId, macro.id, agent, key),
  ]);
  expect(second.body).toEqual(first.body);
  const notes = (await messagesOf(ticketId)).filter(({ visibility }) => visibility === 'internal');
  expect(notes.map(({ text }) => text)).toEqual(['Called, Olga']);
});

test('what somebody has changed since stays when a macro is taken back, and is named', async () => {
  const ticketId = await opened();
  const macro = await added({ priority: 'urgent', type: 'incident', snooze: { hours: 2 } });
  const { body: done } = await run(ticketId, macro.id);
  expect((await read(ticketId)).snoozedUntil).not.toBeNull();
  await keeper.call(`PATCH /tickets/${ticketId}`, { priority: 'low' });
  const { body } = await agent.call(`POST /macro-runs/${done.runId}/undo`, {});
  expect(body).toEqual({ kept: ['priority'] });
  expect(await read(ticketId)).toMatchObject({
    priority: 'low',
    type: 'question',
    snoozedUntil: null,
  });
});

test('a macro whose letter has left is not taken back', async () => {
  const ticketId = await opened();
  const macro = await added({ answerTemplateId: template.id, status: 'pending' });
  const { body: done } = await run(ticketId, macro.id);
  await world.admin.query(`update held_answer set until = until - interval '1 hour'`);
  const { body } = await agent.call(`POST /macro-runs/${done.runId}/undo`, {});
  expect(body.code).toBe('letter.sent');
  expect((await read(ticketId)).status).toBe('pending');
});

test('a colleague cannot take back what another has done, and a half-written answer survives a macro', async () => {
  const ticketId = await opened();
  const draft = { body: 'Half a tho', since: null, edition: null };
  await agent.call(`PUT /tickets/${ticketId}/drafts/reply`, { body: draft.body });
  const kept = async () => (await agent.call(`GET /tickets/${ticketId}/drafts`)).body.items;
  const before = await kept();
  const macro = await added({ answerTemplateId: template.id });
  const { body: done } = await run(ticketId, macro.id);
  expect(await kept()).toEqual(before);
  expect((await keeper.call(`POST /macro-runs/${done.runId}/undo`, {})).status).toBe(404);
});

test('an agent who gives a ticket to another team by a macro has written the note first', async () => {
  const own = await company.team('First line');
  const other = await company.team('Second line');
  const scoped = await company.hire(
    {
      permissions: ['ticket.read', 'ticket.note', 'ticket.assign', 'ticket.change'],
      scope: 'teams',
    },
    { teamIds: [own.id] },
  );
  const ticketId = await opened({ teamId: own.id });
  const macro = await added({ teamId: other.id, note: 'For you' });
  const { status, body } = await run(ticketId, macro.id, scoped);
  expect(status, JSON.stringify(body)).toBe(200);
  expect((await read(ticketId)).team.id).toBe(other.id);
  expect((await messagesOf(ticketId)).at(-1)?.text).toBe('For you');
});

test('what cannot be is refused when it is saved', async () => {
  const refused = async (acts: object, more: object = {}) => {
    const { body } = await keeper.call('POST /macros', { name: 'New', acts, ...more });
    return body.errors ?? body.code;
  };
  expect(await refused({})).toEqual([expect.objectContaining({ code: 'nothing_to_change' })]);
  expect(await refused({ status: 'solved', snooze: 'answer' })).toEqual([
    expect.objectContaining({ field: 'acts.snooze', code: 'not_allowed' }),
  ]);
  expect(await refused({ note: 'one\n{{ ticket.nmber }}' })).toEqual([
    expect.objectContaining({ field: 'acts.note', code: 'unknown_variable', line: 2 }),
  ]);
  const nobody = '00000000-0000-4000-8000-000000000000';
  expect(await refused({ assigneeId: nobody })).toBe('user.not_found');
  expect(await refused({ answerTemplateId: nobody })).toBe('template.not_found');
  await added({ priority: 'low' }, { digit: 7 });
  expect(await refused({ priority: 'low' }, { digit: 7 })).toEqual([
    { field: 'digit', code: 'taken' },
  ]);
});

test('a template that a macro answers with stays; macros of a team are its members’; another company has its own', async () => {
  const macro = await added({ answerTemplateId: template.id });
  expect((await keeper.call(`DELETE /templates/${template.id}`)).body.code).toBe(
    'template.in_macro',
  );
  const team = await company.team('Print');
  const ofTeam = await added({ priority: 'low' }, { teamId: team.id });
  const names = async (by: Person): Promise<string[]> =>
    (await by.call('GET /macros')).body.items.map(({ name }: Json) => name);
  expect(await names(agent)).toContain(macro.name);
  expect(await names(agent)).not.toContain(ofTeam.name);
  const ticketId = await opened();
  expect((await run(ticketId, ofTeam.id)).body.code).toBe('macro.not_found');
  const stranger = (await world.found()).administrator;
  expect(await names(stranger)).toEqual([]);
  expect((await run(ticketId, macro.id, stranger)).status).toBe(404);
  expect(
    (await agent.call('POST /macros', { name: 'Mine', acts: { priority: 'low' } })).status,
  ).toBe(403);
});

test('an edit carries the version it saw and stands in the audit log', async () => {
  const { id, version } = await added({ priority: 'low' });
  const at = `PATCH /macros/${id}` as const;
  expect((await keeper.call(at, { version, name: 'Renamed' })).body).toMatchObject({
    name: 'Renamed',
    version: version + 1,
  });
  expect((await keeper.call(at, { version, name: 'Late' })).status).toBe(409);
  expect((await keeper.call(`DELETE /macros/${id}`)).status).toBe(200);
  const { items } = (await keeper.call('GET /audit')).body;
  expect(items.slice(0, 2).map(({ action }: Json) => action)).toEqual([
    'macro.removed',
    'macro.changed',
  ]);
});

test('macros of a ticket are those of its type, and what answers its words comes first with its reason', async () => {
  const paper = await keeper.call('POST /templates', {
    name: 'Замятие бумаги',
    text: { ru: { body: 'Откройте крышку принтера и выньте бумагу.' } },
  });
  const answer = { answerTemplateId: paper.body.id };
  const best = await added(answer, { name: 'Я: принтер', types: ['incident'] });
  const other = await added(answer, { name: 'Для задач', types: ['task'] });
  const ticketId = await opened({
    type: 'incident',
    subject: 'Принтером зажевало',
    body: 'Всю бумагу, помогите',
  });
  const { items } = (await agent.call(`GET /tickets/${ticketId}/macros`)).body;
  expect(items[0]).toMatchObject({
    macro: { id: best.id, types: ['incident'] },
    why: [{ kind: 'words', words: expect.arrayContaining(['принтером', 'бумагу']) }],
  });
  const ids = items.map(({ macro }: Json) => macro.id);
  expect(ids).not.toContain(other.id);
  expect(ids.length).toBeGreaterThan(1);
});

test('a macro is offered where its condition holds, says what of it is gone, and refuses nonsense', async () => {
  const tills = { field: 'text', operator: 'any', values: ['касса'] };
  const late = { none: [{ field: 'slaState', operator: 'in', values: ['breached'] }] };
  const about = await added({ addTags: ['till'] }, { condition: { all: [tills, late] } });
  expect(about).toMatchObject({ condition: { all: [tills, late] }, conditionProblems: [] });
  const offered = async (body: string) => {
    const { items } = (await agent.call(`GET /tickets/${await opened({ body })}/macros`)).body;
    return items.map(({ macro }: Json) => macro.id).includes(about.id);
  };
  expect([await offered('Сломались обе кассы'), await offered('Принтер')]).toEqual([true, false]);
  const at = `PATCH /macros/${about.id}` as const;
  const dead = '01900000-0000-7000-8000-00000000dead';
  const gone = { all: [{ field: 'team', operator: 'in', values: [dead] }] };
  expect((await keeper.call(at, { condition: gone })).body.conditionProblems).toEqual([
    { path: 'all.0.values.0', code: 'gone' },
  ]);
  const wrong = { all: [{ field: 'type', operator: 'in', values: ['nonsense'] }] };
  expect((await keeper.call(at, { condition: wrong })).body.errors).toEqual([
    { field: 'condition.all.0.values.0', code: 'not_allowed' },
  ]);
  await keeper.call(at, { condition: { all: [] } });
  expect(await offered('Принтер')).toBe(true);
});

test('macros come in pages by name, and one that was looked over is fresh again', async () => {
  const names: string[] = [];
  let after = '';
  do {
    const { items, next } = (await keeper.call(`GET /macros?limit=3${after}`)).body;
    names.push(...items.map(({ name }: Json) => name));
    after = next === null ? '' : `&after=${next}`;
  } while (after !== '');
  const all = (await keeper.call('GET /macros?limit=200')).body.items;
  expect(names).toEqual(all.map(({ name }: Json) => name));
  expect(names.length).toBeGreaterThan(3);
  const [first] = all;
  world.clock.move({ hours: 1 });
  const { body } = await keeper.call(`PATCH /macros/${first.id}`, { reviewed: true });
  expect(new Date(body.changedAt).getTime()).toBeGreaterThan(new Date(first.changedAt).getTime());
});

test('a macro gives the ticket to the substitute where whoever runs it says so', async () => {
  const [absent, substitute] = [await company.hire('agent'), await company.hire('agent')];
  const ticketId = await opened({});
  const named = await added({ assigneeId: absent.id });
  const instead = { assigneeId: substitute.id };
  await agent.call(`POST /tickets/${ticketId}/macros/${named.id}`, instead);
  expect((await read(ticketId)).assignee.id).toBe(substitute.id);
  const other = await added({ priority: 'high' });
  await agent.call(`POST /tickets/${ticketId}/macros/${other.id}`, { assigneeId: absent.id });
  expect((await read(ticketId)).assignee.id).toBe(substitute.id);
});
