import { afterAll, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../kernel/log.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';
import { openDue } from './watch-recurrences.ts';

let world: World;
let company: Company;
let keeper: Person;
let agent: Person;
let requesterId: string;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ company: 'Ромашка' });
  keeper = company.administrator;
  agent = await company.hire('agent', { name: 'Olga' });
  requesterId = (await keeper.call('POST /people', { name: 'Rita <b>', email: 'rita@there.test' }))
    .body.id;
});
afterAll(() => world.close());

let count = 0;
async function template(more: object = {}): Promise<Json> {
  count += 1;
  const asked = {
    name: `Check ${count}`,
    subject: 'Backups of {{ occurrence.date | date: "%Y-%m-%d" }}',
    body: 'For {{ customer.name }} of {{ company.name }}',
    priority: 'high',
    tags: ['Ночь'],
    fields: { floor: 3 },
    requesterId,
    ...more,
  };
  const { status, body } = await keeper.call('POST /ticket-templates', asked);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

const daily = { rrule: 'FREQ=DAILY', from: '2026-01-01', at: '12:00', zone: 'Europe/Moscow' };
async function recurrence(templateId: string, more: object = {}): Promise<Json> {
  const { status, body } = await keeper.call('POST /recurrences', {
    ...daily,
    templateId,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}

/** What two workers do when they look at the same moment. */
const look = () => {
  const { db, clock, app } = world;
  const parts = { db, clock: clock.now, log: silentLog, executor: app.executor };
  return Promise.all([openDue(parts, company.id), openDue(parts, company.id)]);
};
const lookUntilDone = async () => {
  while (((await look())[0] ?? new Date(8.64e15)) <= world.clock.now()) {
    // More than one of the same recurrence may be due.
  }
};
const openedBy = async (name: string): Promise<string[]> => {
  const { rows } = await world.admin.query<{ subject: string }>(
    `select ticket.subject from event join ticket on ticket.id = event.ticket_id
     where event.workspace_id = $1 and event.name = 'ticket.opened-from-template'
       and event.reason->'params'->>'name' = $2 order by ticket.number`,
    [company.id, name],
  );
  return rows.map(({ subject }) => subject);
};
const runs = async ({ id }: Json): Promise<Json[]> =>
  (await keeper.call(`GET /recurrences/${id}/runs`)).body.items;

test('a ticket from a template has its fields and its texts filled in, and says where it comes from', async () => {
  const { id, name } = await template({ assigneeId: agent.id });
  const { status, body } = await agent.call(`POST /ticket-templates/${id}/open`, {});
  expect(status).toBe(201);
  expect(body).toMatchObject({
    subject: 'Backups of 2026-11-22',
    priority: 'high',
    type: 'task',
    tags: ['ночь'],
    fields: { floor: 3 },
    assignee: { id: agent.id },
    requester: { id: requesterId },
  });
  const messages = (await agent.call(`GET /tickets/${body.id}/messages`)).body.items;
  expect(messages[0].text).toBe('For Rita <b> of Ромашка');
  const [event] = await world.events(company, {
    ticketId: body.id,
    name: 'ticket.opened-from-template',
  });
  expect(event?.reason).toMatchObject({ code: 'ticket_template', params: { name } });
  const filled = (await agent.call(`POST /ticket-templates/${id}/fill`, {})).body;
  expect(filled).toMatchObject({ body: 'For Rita <b> of Ромашка', requester: { id: requesterId } });
  const { items } = (await keeper.call('GET /ticket-templates')).body;
  expect(items.find((each: Json) => each.id === id).uses).toBe(2);
});

test('a mistake in a text, a name that is taken, what does not exist and who may not are refused', async () => {
  const { id, name, version } = await template();
  const refused = async (more: object) =>
    (await keeper.call(`PATCH /ticket-templates/${id}`, more)).body;
  expect((await refused({ subject: '{{ nobody }}' })).errors).toEqual([
    { field: 'subject', code: 'unknown_variable', line: 1, column: 4, about: 'nobody' },
  ]);
  const other = await template();
  expect((await refused({ name: other.name.toUpperCase() })).errors[0].code).toBe('taken');
  expect((await refused({ teamId: requesterId })).code).toBe('team.not_found');
  expect((await refused({ name, version: version + 7 })).code).toBe('version.conflict');
  expect((await agent.call(`PATCH /ticket-templates/${id}`, { name: 'Mine' })).status).toBe(403);
  const stranger = (await world.found()).administrator;
  expect((await stranger.call(`POST /ticket-templates/${id}/open`, {})).status).toBe(404);
  expect((await stranger.call('GET /ticket-templates')).body.items).toEqual([]);
  const unnamed = await template({ requesterId: null });
  const asked = await agent.call(`POST /ticket-templates/${unnamed.id}/open`, {});
  expect(asked.body.errors).toEqual([{ field: 'requesterId', code: 'required' }]);
  const repeated = await keeper.call('POST /recurrences', { ...daily, templateId: unnamed.id });
  expect(repeated.body.code).toBe('recurrence.needs_requester');
});

test('two workers that look at once open one ticket a day, for its own day', async () => {
  const { id, name } = await template();
  const made = await recurrence(id);
  // 12:00 in Moscow is 09:00 in UTC, which is just now: the first one is tomorrow's.
  expect(made.nextAt).toBe('2026-11-23T09:00:00.000Z');
  await look();
  expect(await openedBy(name)).toEqual([]);
  world.clock.move({ days: 1, seconds: 1 });
  await look();
  await look();
  expect(await openedBy(name)).toEqual(['Backups of 2026-11-23']);
  expect(await runs(made)).toMatchObject([{ on: '2026-11-23', outcome: 'opened', problem: null }]);
  await keeper.call(`DELETE /recurrences/${made.id}`);
});

test.each([
  ['newest', 1, ['opened', 'missed', 'missed']],
  ['all', 3, ['opened', 'opened', 'opened']],
  ['none', 0, ['missed', 'missed', 'missed']],
] as const)('after three days of being switched off: %s', async (missed, tickets, outcomes) => {
  const { id, name } = await template();
  const made = await recurrence(id, { missed });
  world.clock.move({ days: 3, hours: 5 });
  await lookUntilDone();
  expect(await openedBy(name)).toHaveLength(tickets);
  const list = await runs(made);
  expect(list.map(({ outcome }) => outcome)).toEqual(outcomes);
  const { on } = list[2] as Json;
  const again = () => keeper.call(`POST /recurrences/${made.id}/runs/${on}/open`, {});
  expect((await again()).status).toBe(missed === 'all' ? 409 : 201);
  expect((await again()).body.code).toBe('recurrence.already_opened');
  expect(await openedBy(name)).toHaveLength(missed === 'all' ? 3 : tickets + 1);
  await keeper.call(`DELETE /recurrences/${made.id}`);
});

test('what cannot be opened is noted with its reason, and the next one is waited for', async () => {
  const { id, name } = await template();
  const made = await recurrence(id);
  await keeper.call(`PATCH /ticket-templates/${id}`, { requesterId: null });
  world.clock.move({ days: 1 });
  await lookUntilDone();
  expect(await openedBy(name)).toEqual([]);
  expect(await runs(made)).toMatchObject([
    { outcome: 'failed', problem: 'recurrence.needs_requester' },
  ]);
  await keeper.call(`PATCH /ticket-templates/${id}`, { requesterId });
  world.clock.move({ days: 1 });
  await lookUntilDone();
  expect(await openedBy(name)).toHaveLength(1);
  await keeper.call(`DELETE /recurrences/${made.id}`);
});

test('values that own fields take no longer are left out of the ticket, and its history says so', async () => {
  const field = { name: 'shift', kind: 'choice', label: 'Смена', choices: ['Утро', 'Вечер'] };
  const { id: fieldId } = (await keeper.call('POST /fields', field)).body;
  const { id, name } = await template({ fields: { shift: 'Утро', floor: 3 } });
  const made = await recurrence(id);
  await keeper.call(`PATCH /fields/${fieldId}`, { choices: ['День'] });
  world.clock.move({ days: 1 });
  await lookUntilDone();
  const [refused] = await world.events(company, { name: 'ticket.change-refused' });
  expect(refused?.reason).toMatchObject({
    code: 'own_field.wrong_value',
    params: { missing: [{ field: 'fields.shift', code: 'not_offered' }] },
  });
  const { body } = await agent.call(`GET /tickets/${refused?.ticketId}`);
  expect(body.fields).toEqual({ floor: 3 });
  expect(await openedBy(name)).toHaveLength(1);
  await keeper.call(`DELETE /recurrences/${made.id}`);
});

test('paused it opens nothing, and what passed meanwhile is not made up for', async () => {
  const { id, name } = await template();
  const made = await recurrence(id, { missed: 'all' });
  const change = async (more: object) =>
    (await keeper.call(`PATCH /recurrences/${made.id}`, more)).body;
  expect((await change({ paused: true })).nextAt).toBeNull();
  world.clock.move({ days: 4 });
  await look();
  const { nextAt } = await change({ paused: false });
  expect(Date.parse(nextAt)).toBeGreaterThan(world.clock.now().getTime());
  await look();
  expect(await openedBy(name)).toEqual([]);
  expect((await change({ rrule: 'FREQ=DAILY;UNTIL=20260101' })).errors).toEqual([
    { field: 'rrule', code: 'never' },
  ]);
  await keeper.call(`DELETE /recurrences/${made.id}`);
});

test('a day that becomes a holiday moves what was to be opened on it', async () => {
  const { id } = await template();
  const calendar = (await keeper.call('GET /calendars')).body.items[0] as Json;
  const made = await recurrence(id, {
    rrule: 'FREQ=MONTHLY;BYMONTHDAY=15',
    calendarId: calendar.id,
    dayOff: 'after',
  });
  const before = made.nextAt.slice(0, 10);
  await keeper.call(`PATCH /calendars/${calendar.id}`, { days: { [before]: { kind: 'off' } } });
  await world.settle();
  const { items } = (await keeper.call(`GET /recurrences?templateId=${id}`)).body;
  expect(items[0].nextAt > made.nextAt).toBe(true);
  await keeper.call(`DELETE /recurrences/${made.id}`);
});

test('the preview shows five dates and says the rule in parts', async () => {
  const asked = '&from=2026-01-31&at=09:00&zone=Europe/Moscow';
  const { body } = await agent.call(
    `GET /recurrences/preview?rrule=${encodeURIComponent('FREQ=MONTHLY;BYMONTHDAY=-1')}${asked}`,
  );
  expect(body.next).toHaveLength(5);
  expect(body.repeat).toMatchObject({ every: 'month', interval: 1, monthDays: [-1] });
  const wrong = await agent.call(`GET /recurrences/preview?rrule=HOURLY${asked}`);
  expect(wrong.body.errors).toEqual([{ field: 'rrule', code: 'not_rrule' }]);
});
