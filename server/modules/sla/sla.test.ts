import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { silentLog } from '../../kernel/log.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { openWorld, type World } from '../../test/world.ts';
import { startClocks } from './public.ts';

let world: World;
let company: Company;
let keeper: Person;
let agent: Person;
let watching: { stop(): Promise<void> }[];

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ timeZone: 'UTC' });
  keeper = company.administrator;
  agent = await company.hire('agent', { name: 'Olga' });
  // Two workers look at one clock.
  watching = [0, 1].map(() =>
    startClocks({
      db: world.db,
      clock: world.clock.now,
      log: silentLog,
      executor: world.app.executor,
    }),
  );
});
afterAll(async () => {
  await Promise.all(watching.map((each) => each.stop()));
  await world.close();
});
afterEach(async () => {
  for (const { id } of (await keeper.call('GET /sla-policies')).body.items as Json[]) {
    await keeper.call(`DELETE /sla-policies/${id}`);
  }
  await told();
});

/** Other processes, and this one, have heard of a changed setting. */
const told = async () => {
  await pause(150);
  await world.settle();
};
const hours = (minutes: number) => ({ minutes: minutes * 60 });
let count = 0;
async function promised(terms: object, more: object = {}): Promise<Json> {
  count += 1;
  const asked = { name: `Policy ${count}`, terms: { targets: {}, ...terms }, ...more };
  const { status, body } = await keeper.call('POST /sla-policies', asked);
  expect(status, JSON.stringify(body)).toBe(201);
  await told();
  return body;
}
async function opened(more: object = {}): Promise<Json> {
  const asked = { subject: 'Help', body: 'It jams', requester: { email: 'rita@there.test' } };
  const { status, body } = await agent.call('POST /tickets', { ...asked, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const read = async ({ id }: Json): Promise<Json> => (await agent.call(`GET /tickets/${id}`)).body;
const clocksOf = async ({ id }: Json): Promise<Record<string, Json>> => {
  const { body } = await agent.call(`GET /tickets/${id}/clocks`);
  return Object.fromEntries(body.items.map((clock: Json) => [clock.target, clock]));
};
const inHours = (length: number) =>
  new Date(world.clock.now().getTime() + length * 3_600_000).toISOString();
const eventsOf = async ({ id }: Json): Promise<string[]> =>
  (await world.events(company, { ticketId: id }))
    .map(({ name }) => name)
    .filter((name) => name.startsWith('sla.'));
async function soon(happened: () => Promise<boolean>, withinMs = 2_000): Promise<void> {
  const from = performance.now();
  while (!(await happened())) {
    if (performance.now() - from > withinMs) {
      throw new Error(`not within ${withinMs} ms`);
    }
    await pause(20);
  }
}

test('a ticket without any policy has no clock', async () => {
  const ticket = await opened();
  expect(ticket.clock).toBeNull();
  expect(await clocksOf(ticket)).toEqual({});
});

test('the first policy that fits gives a ticket its clocks, by priority, and lists show the next', async () => {
  const targets = {
    first_response: { minutes: 120, byPriority: { urgent: 30 } },
    resolution: hours(8),
  };
  await promised(
    { targets },
    { condition: { field: 'priority', operator: 'in', values: ['urgent'] } },
  );
  await promised({ targets: { resolution: hours(48) } });
  const urgent = await opened({ priority: 'urgent' });
  expect(urgent).toMatchObject({
    clock: { target: 'first_response', state: 'running', dueAt: inHours(0.5) },
    firstResponseDueAt: inHours(0.5),
    resolutionDueAt: inHours(8),
  });
  const listed = (await agent.call('GET /tickets?limit=200')).body.items as Json[];
  expect(listed.find(({ id }) => id === urgent.id)).toMatchObject({ clock: urgent.clock });
  expect((await opened()).clock).toMatchObject({ target: 'resolution', dueAt: inHours(48) });
  expect(await eventsOf(urgent)).toEqual(['sla.applied']);
});

test('a letter has its clock from the moment it came', async () => {
  await promised({ targets: { first_response: hours(1) } });
  await world.mail(company, letterText('sla1'));
  const { items } = (await agent.call('GET /tickets?view=open')).body;
  expect(items.find(({ subject }: Json) => subject === 'Question sla1').clock).toMatchObject({
    dueAt: inHours(1),
  });
});

test('an answer meets the first response, the customer’s next word begins the next', async () => {
  await promised({ targets: { first_response: hours(1), next_response: hours(2) } });
  await world.mail(company, letterText('sla2'));
  const { items } = (await agent.call('GET /tickets?view=open')).body;
  const ticket = items.find(({ subject }: Json) => subject === 'Question sla2');
  world.clock.move({ hours: 0.5 });
  await agent.call(`POST /tickets/${ticket.id}/messages`, { body: 'On it' });
  expect(await clocksOf(ticket)).toMatchObject({
    first_response: { state: 'stopped', usedMinutes: 30, breachedAt: null },
  });
  await world.mail(company, letterText('sla3', { 'In-Reply-To': '<sla2@there.test>' }));
  expect((await read(ticket)).clock).toMatchObject({
    target: 'next_response',
    dueAt: inHours(2),
  });
  expect(await eventsOf(ticket)).toContain('sla.met');
});

test('waiting for the customer stops the clock, and says so; going on starts it where it was', async () => {
  await promised({ targets: { resolution: hours(4) } });
  const ticket = await opened();
  world.clock.move({ hours: 1 });
  await agent.call(`PATCH /tickets/${ticket.id}`, { status: 'pending' });
  expect((await read(ticket)).clock).toMatchObject({ state: 'paused', dueAt: null });
  world.clock.move({ hours: 10 });
  await agent.call(`PATCH /tickets/${ticket.id}`, { status: 'open' });
  expect((await read(ticket)).clock).toMatchObject({ state: 'running', dueAt: inHours(3) });
  await agent.call(`PATCH /tickets/${ticket.id}`, { status: 'solved' });
  expect((await read(ticket)).clock).toBeNull();
  await agent.call(`PATCH /tickets/${ticket.id}`, { status: 'open' });
  expect((await clocksOf(ticket))['resolution']).toMatchObject({ usedMinutes: 60 });
  expect(await eventsOf(ticket)).toEqual(
    expect.arrayContaining(['sla.paused', 'sla.resumed', 'sla.met']),
  );
});

test('a warning and a breach are told at their time, each once, however many workers look', async () => {
  const step = { target: 'resolution', when: { minutesOver: 0 }, tell: { userIds: [agent.id] } };
  await promised({ targets: { resolution: hours(2) }, warnAt: [0.5], steps: [step] });
  const ticket = await opened();
  await pause(1_300);
  world.clock.move({ hours: 1.1 });
  await soon(async () => (await eventsOf(ticket)).includes('sla.warned'));
  world.clock.move({ hours: 1 });
  await soon(async () => (await eventsOf(ticket)).includes('sla.breached'));
  await pause(600);
  expect(await eventsOf(ticket)).toEqual([
    'sla.applied',
    'sla.warned',
    'sla.breached',
    'sla.escalated',
  ]);
  expect((await read(ticket)).clock.state).toBe('breached');
  await agent.call(`PATCH /tickets/${ticket.id}`, { status: 'solved' });
  expect(await eventsOf(ticket)).not.toContain('sla.met');
});

test('a policy by a calendar does not count nights, and follows the calendar of the team', async () => {
  const night = {
    mon: [['00:00', '24:00']],
    tue: [['00:00', '24:00']],
    wed: [['00:00', '24:00']],
    thu: [['00:00', '24:00']],
    fri: [['00:00', '24:00']],
    sat: [['00:00', '24:00']],
    sun: [['00:00', '24:00']],
  };
  const team = await company.team('Duty', [agent.id]);
  await keeper.call('POST /calendars', {
    name: 'Duty',
    zone: 'UTC',
    week: night,
    teamIds: [team.id],
  });
  const office = { mon: [['09:00', '10:00']] };
  const { body } = await keeper.call('POST /calendars', {
    name: 'Mondays',
    zone: 'UTC',
    week: office,
  });
  await promised({ targets: { resolution: hours(2) } }, { calendarId: body.id, byTeam: true });
  const ofTeam = await opened({ teamId: team.id });
  expect(ofTeam.clock.dueAt).toBe(inHours(2));
  const mondays = await opened();
  const due = new Date(mondays.clock.dueAt);
  expect([due.getUTCDay(), due.toISOString().slice(11, 16)]).toEqual([1, '10:00']);
});

test('a changed calendar moves what is due on open tickets, though nothing happens to them', async () => {
  const day = (hour: string) => ({ mon: [[hour, '18:00']], tue: [[hour, '18:00']] });
  const { body: calendar } = await keeper.call('POST /calendars', {
    name: 'Short week',
    zone: 'UTC',
    week: day('09:00'),
  });
  await promised({ targets: { resolution: hours(1) } }, { calendarId: calendar.id });
  const ticket = await opened();
  const before = (await read(ticket)).clock.dueAt;
  const { status } = await keeper.call(`PATCH /calendars/${calendar.id}`, {
    week: day('12:00'),
    version: calendar.version,
  });
  expect(status).toBe(200);
  await told();
  const after = (await read(ticket)).clock.dueAt;
  expect([before.slice(11, 16), after.slice(11, 16)]).toEqual(['10:00', '13:00']);
});

test('another policy takes the time that is used with it; a removed one says how many tickets have it, and takes its clocks', async () => {
  const first = await promised(
    { targets: { resolution: hours(4) } },
    { condition: { field: 'type', operator: 'in', values: ['incident'] } },
  );
  await promised({ targets: { resolution: hours(10) } });
  const ticket = await opened({ type: 'incident' });
  world.clock.move({ hours: 1 });
  await agent.call(`PATCH /tickets/${ticket.id}`, { type: 'question' });
  expect((await read(ticket)).clock.dueAt).toBe(inHours(9));
  await agent.call(`PATCH /tickets/${ticket.id}`, { type: 'incident' });
  expect((await read(ticket)).clock.dueAt).toBe(inHours(3));
  await keeper.call(`PATCH /sla-policies/${first.id}`, {
    terms: { targets: { resolution: hours(6) } },
  });
  await told();
  expect((await read(ticket)).clock.dueAt).toBe(inHours(5));
  const countedBy = (who: Person) => who.call(`GET /sla-policies/${first.id}/tickets`);
  expect((await countedBy(keeper)).body).toEqual({ tickets: 1 });
  expect((await countedBy(agent)).status).toBe(403);
  for (const { id } of (await keeper.call('GET /sla-policies')).body.items) {
    await keeper.call(`DELETE /sla-policies/${id}`);
  }
  await told();
  expect((await read(ticket)).clock).toBeNull();
  expect(await clocksOf(ticket)).toEqual({});
});

test('open tickets get the clocks of a new policy, counted from their beginning', async () => {
  const ticket = await opened();
  world.clock.move({ hours: 1 });
  await promised({ targets: { resolution: hours(3) } });
  expect((await read(ticket)).clock.dueAt).toBe(inHours(2));
});

test('a policy is refused when it promises nothing, and is nobody else’s', async () => {
  const asked = { name: 'Empty', terms: { targets: {} } };
  expect((await keeper.call('POST /sla-policies', asked)).body.errors).toEqual([
    { field: 'terms.targets', code: 'required' },
  ]);
  const { id, version, name } = await promised({ targets: { resolution: hours(1) } });
  const change = (by: Person, body: object) => by.call(`PATCH /sla-policies/${id}`, body);
  expect((await change(agent, { name: 'Mine' })).status).toBe(403);
  expect((await change((await world.found()).administrator, { name: 'Mine' })).status).toBe(404);
  expect((await change(keeper, { name: 'Other', version })).status).toBe(200);
  expect((await change(keeper, { name: 'Third', version })).body.code).toBe('version.conflict');
  const same = { name: 'other', terms: { targets: { resolution: hours(1) } } };
  expect(name).not.toBe('other');
  expect((await keeper.call('POST /sla-policies', same)).body.errors[0].code).toBe('taken');
});
