import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { letterText } from '../../../test/mail/letters.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let keeper: Person;
/** What all tests use: teams, a calendar, a status. */
let desk: Json;

const everyDay = (from: string, to: string) =>
  Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [[from, to]]]),
  );
const hours = (count: number) => ({ minutes: count * 60 });
const onTag = (tag: string) => ({ field: 'tags', operator: 'any', values: [tag] });
const made = async (at: `${string} /${string}`, body: object): Promise<Json> => {
  const answer = await keeper.call(at, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
};

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ timeZone: 'UTC' });
  keeper = company.administrator;
  const teams = [];
  for (const [name, week] of [
    ['Always', everyDay('00:00', '24:00')],
    ['Never much', everyDay('03:00', '03:30')],
  ] as const) {
    const team = await company.team(name, [keeper.id]);
    teams.push(team);
    await made('POST /calendars', { name, zone: 'UTC', week, teamIds: [team.id] });
  }
  desk = { always: teams[0], little: teams[1] };
  const calendar = await made('POST /calendars', {
    name: 'Around',
    zone: 'UTC',
    week: everyDay('00:00', '24:00'),
  });
  desk.calendar = calendar;
  // All of them before the first ticket: settings are compiled once.
  const targets = { resolution: hours(10) };
  const exchange = { first_response: hours(1), next_response: hours(2), resolution: hours(10) };
  for (const [name, terms, more] of [
    ['teams', { targets }, { byTeam: true, calendarId: calendar.id }],
    ['calendar', { targets }, { calendarId: calendar.id }],
    ['raised', { targets: { resolution: { minutes: 600, byPriority: { urgent: 240 } } } }, {}],
    ['mixed', { targets: exchange, warnAt: [0.5] }, {}],
  ] as const) {
    await made('POST /sla-policies', { name, terms, condition: onTag(name), ...more });
  }
  const status = { type: 'question', class: 'on_hold', name: 'Waits for parts' };
  desk.status = await made('POST /statuses', status);
  const rest = { name: 'rest', terms: { targets: exchange } };
  await made('POST /sla-policies', rest);
});
afterAll(() => world.close());

const opened = (tag: string, more: object = {}): Promise<Json> =>
  made('POST /tickets', {
    subject: 'Help',
    body: 'It jams',
    requester: { email: 'rita@there.test' },
    tags: [tag],
    ...more,
  });
const change = ({ id }: Json, changes: object): Promise<Json> =>
  made(`PATCH /tickets/${id}`, changes);
const read = async ({ id }: Json): Promise<Json> => (await keeper.call(`GET /tickets/${id}`)).body;
const clocksOf = async ({ id }: Json): Promise<Record<string, Json>> => {
  const { body } = await keeper.call(`GET /tickets/${id}/clocks`);
  return Object.fromEntries(body.items.map((clock: Json) => [clock.target, clock]));
};
const inHours = (length: number) =>
  new Date(world.clock.now().getTime() + length * 3_600_000).toISOString();
const ticketOf = async (subject: string): Promise<Json> => {
  const { items } = (await keeper.call('GET /tickets?limit=100')).body;
  return items.find((one: Json) => one.subject === subject);
};

test('another team counts on by its own hours, and what the team before has used stays used', async () => {
  const ticket = await opened('teams', { teamId: desk.always.id });
  world.clock.move({ hours: 7 });
  await change(ticket, { teamId: desk.little.id });
  expect((await clocksOf(ticket))['resolution']).toMatchObject({ usedMinutes: 420 });
  await change(ticket, { teamId: desk.always.id });
  expect((await read(ticket)).clock.dueAt).toBe(inHours(3));
});

test('a calendar that is changed while a clock stands changes nothing of what it has used', async () => {
  const ticket = await opened('calendar');
  world.clock.move({ hours: 4 });
  await change(ticket, { status: 'pending' });
  world.clock.move({ hours: 5 });
  const { version } = (await keeper.call(`GET /calendars/${desk.calendar.id}`)).body;
  await made(`PATCH /calendars/${desk.calendar.id}`, {
    week: everyDay('00:00', '12:00'),
    version,
  });
  await pause(150);
  await world.settle();
  expect((await clocksOf(ticket))['resolution']).toMatchObject({
    state: 'paused',
    usedMinutes: 240,
  });
});

test('one that is raised while it waits, with more used than is left, is late when it is solved, and once', async () => {
  const ticket = await opened('raised');
  world.clock.move({ hours: 5 });
  await change(ticket, { status: 'pending' });
  await change(ticket, { priority: 'urgent' });
  await change(ticket, { status: 'solved' });
  expect((await clocksOf(ticket))['resolution']).toMatchObject({ breachedAt: inHours(0) });
  await change(ticket, { status: 'open' });
  const told = (await world.events(company, { ticketId: ticket.id })).map(({ name }) => name);
  expect(told.filter((name) => /breached|met/.test(name))).toEqual(['sla.breached']);
});

test('letters in a row are one question; a machine neither asks nor answers', async () => {
  await world.mail(company, letterText('row1'));
  const ticket = await ticketOf('Question row1');
  const again = (id: string, more = {}) =>
    world.mail(company, letterText(id, { 'In-Reply-To': '<row1@there.test>', ...more }));
  world.clock.move({ hours: 0.5 });
  await again('row2');
  expect(await clocksOf(ticket)).toMatchObject({ first_response: { usedMinutes: 30 } });
  await made(`POST /tickets/${ticket.id}/messages`, { body: 'On it' });
  await again('row3', { 'Auto-Submitted': 'auto-replied' });
  expect((await clocksOf(ticket))['next_response']).toBeUndefined();
  await again('row4');
  world.clock.move({ hours: 1 });
  await again('row5');
  expect((await clocksOf(ticket))['next_response']).toMatchObject({ usedMinutes: 60 });
});

test('an answer that a rule writes is none for the first response', async () => {
  const template = await made('POST /templates', {
    name: 'Receipt',
    text: { en: { body: 'We have it' } },
  });
  await made('POST /rules', {
    name: 'Receipt',
    trigger: { on: ['opened'] },
    condition: onTag('mixed'),
    actions: [{ kind: 'reply', templateId: template.id }],
  });
  await pause(150);
  const ticket = await opened('mixed');
  await world.settle();
  const { items } = (await keeper.call(`GET /tickets/${ticket.id}/messages`)).body;
  expect(items).toHaveLength(2);
  expect((await clocksOf(ticket))['first_response']).toMatchObject({ state: 'running' });
});

test('a status of one’s own stands for its class, also where the clocks stand', async () => {
  const ticket = await opened('raised');
  world.clock.move({ hours: 1 });
  await change(ticket, { ownStatusId: desk.status.id });
  world.clock.move({ hours: 9 });
  expect((await clocksOf(ticket))['resolution']).toMatchObject({
    state: 'paused',
    usedMinutes: 60,
  });
});

test('what is split off begins its own time, and the ticket it came from goes on', async () => {
  await world.mail(company, letterText('split1'));
  await world.mail(company, letterText('split2', { 'In-Reply-To': '<split1@there.test>' }));
  const ticket = await ticketOf('Question split1');
  world.clock.move({ hours: 3 });
  const { items } = (await keeper.call(`GET /tickets/${ticket.id}/messages`)).body;
  const { ticket: born } = await made(`POST /tickets/${ticket.id}/split`, {
    messageIds: [items.at(-1).id],
  });
  expect((await clocksOf(born))['resolution']).toMatchObject({ dueAt: inHours(10) });
  expect((await clocksOf(ticket))['resolution']).toMatchObject({ dueAt: inHours(7) });
});
