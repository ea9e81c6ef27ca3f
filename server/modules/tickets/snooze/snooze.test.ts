import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentLog } from '../../../kernel/log.ts';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { letterText } from '../../../test/mail/letters.ts';
import { openWorld, type World } from '../../../test/world.ts';
import { startAlarms } from '../alarms.ts';

let world: World;
let company: Company;
let agent: Person;
let alarms: { stop(): Promise<void> }[];

beforeAll(async () => {
  world = await openWorld();
  company = await world.found();
  agent = await company.hire('agent', { name: 'Olga' });
  // Two workers look at one clock.
  alarms = [0, 1].map(() =>
    startAlarms({
      db: world.db,
      clock: world.clock.now,
      log: silentLog,
      executor: world.app.executor,
    }),
  );
});
afterAll(async () => {
  await Promise.all(alarms.map((each) => each.stop()));
  await world.close();
});

async function opened(parts: object = {}): Promise<Json> {
  const asked = { subject: 'Later', body: 'Call me', requester: { email: 'rita@there.test' } };
  return (await agent.call('POST /tickets', { ...asked, ...parts })).body;
}

const inHours = (hours: number) =>
  new Date(world.clock.now().getTime() + hours * 3600_000).toISOString();
const snooze = (ticket: Json, until: string, parts: object = {}, by = agent) =>
  by.call(`PUT /tickets/${ticket.id}/snooze`, { until, ...parts });
const read = async (ticket: Json): Promise<Json> =>
  (await agent.call(`GET /tickets/${ticket.id}`)).body;
const idsIn = async (view: string): Promise<string[]> =>
  ((await agent.call(`GET /tickets?view=${view}&limit=200`)).body.items as Json[]).map(
    ({ id }) => id,
  );
const counts = async (): Promise<Record<string, number>> => {
  const { items } = (await agent.call('GET /views')).body;
  return Object.fromEntries(items.map(({ key, count }: Json) => [key, count]));
};
const snoozeEvents = (ticket: Json) =>
  world.events(company, { ticketId: ticket.id, name: 'ticket.snooze-changed' });

async function soon(happened: () => Promise<boolean>, withinMs = 2_000): Promise<number> {
  const from = performance.now();
  while (!(await happened())) {
    if (performance.now() - from > withinMs) {
      throw new Error(`not within ${withinMs} ms`);
    }
    await pause(20);
  }
  return performance.now() - from;
}

describe('a snoozed ticket', () => {
  test('leaves the open views for one of its own, counted right, and stays where it is otherwise', async () => {
    const ticket = await opened();
    const before = await counts();
    const at = inHours(20);
    const { status, body } = await snooze(ticket, at);
    expect([status, body.snoozedUntil, body.status]).toEqual([200, at, 'new']);
    const after = await counts();
    expect([
      after['open']! - before['open']!,
      after['snoozed']! - (before['snoozed'] ?? 0),
    ]).toEqual([-1, 1]);
    expect(await idsIn('open')).not.toContain(ticket.id);
    expect(await idsIn('unassigned')).not.toContain(ticket.id);
    expect(await idsIn('snoozed')).toContain(ticket.id);
    const ofRita = await agent.call(`GET /tickets?requester=${ticket.requester.id}`);
    expect(ofRita.body.items.map(({ id }: Json) => id)).toContain(ticket.id);
    expect(await snoozeEvents(ticket)).toMatchObject([
      { actorName: 'Olga', changes: [{ field: 'snooze', from: null, to: at }] },
    ]);
  });

  test('comes back on top at its time, once, whoever else looks at the clock, and says why', async () => {
    const ticket = await opened();
    await snooze(ticket, inHours(2));
    await opened({ subject: 'Younger' });
    await pause(1_500);
    world.clock.move({ hours: 1 });
    await pause(600);
    expect((await read(ticket)).snoozedUntil).not.toBeNull();
    world.clock.move({ hours: 1 });
    await soon(async () => (await read(ticket)).snoozedUntil === null);
    await pause(600);
    const told = await snoozeEvents(ticket);
    expect(told).toHaveLength(2);
    expect(told[1]).toMatchObject({ actorKind: 'system', reason: { code: 'snooze_over' } });
    expect((await idsIn('open'))[0]).toBe(ticket.id);
  });

  test('comes back at the customer’s word, but not at a machine’s', async () => {
    await world.mail(company, letterText('z1'));
    const ticket = ((await agent.call('GET /tickets?view=open')).body.items as Json[]).find(
      ({ subject }) => subject === 'Question z1',
    );
    await snooze(ticket, 'answer');
    expect((await read(ticket)).snoozedUntil).toBe('answer');
    const machine = { 'In-Reply-To': '<z1@there.test>', 'Auto-Submitted': 'auto-replied' };
    await world.mail(company, letterText('z2', machine));
    expect((await read(ticket)).snoozedUntil).toBe('answer');
    await world.mail(company, letterText('z3', { 'In-Reply-To': '<z1@there.test>' }));
    expect(await read(ticket)).toMatchObject({ snoozedUntil: null, status: 'new' });
    const told = await snoozeEvents(ticket);
    expect(told.at(-1)).toMatchObject({ reason: { code: 'woken_by_customer' } });
  });

  test('is brought back by hand, put off again, and forgotten when solved', async () => {
    const ticket = await opened();
    await snooze(ticket, inHours(1));
    const later = inHours(5);
    expect((await snooze(ticket, later)).body.snoozedUntil).toBe(later);
    const { body } = await agent.call(`DELETE /tickets/${ticket.id}/snooze`);
    expect(body.snoozedUntil).toBeNull();
    await snooze(ticket, later);
    await agent.call(`PATCH /tickets/${ticket.id}`, { status: 'solved' });
    expect((await read(ticket)).snoozedUntil).toBeNull();
    expect((await snooze(ticket, later)).body.code).toBe('snooze.not_open');
  });

  test('needs a time ahead, the right, what was seen, and to be one’s own company’s', async () => {
    const ticket = await opened();
    const past = await snooze(ticket, inHours(-1));
    expect([past.status, past.body.errors]).toEqual([400, [{ field: 'until', code: 'past' }]]);
    expect((await snooze(ticket, inHours(24 * 366 * 6))).body.errors[0].code).toBe('too_far');
    expect((await snooze(ticket, 'tomorrow')).status).toBe(400);
    expect((await snooze(ticket, inHours(1), { version: 9 })).body.code).toBe('version.conflict');
    const observer = await company.hire('observer');
    expect((await snooze(ticket, inHours(1), {}, observer)).status).toBe(403);
    const foreign = await world.found();
    expect((await snooze(ticket, inHours(1), {}, foreign.administrator)).status).toBe(404);
    const both = await Promise.all([1, 2].map((n) => snooze(ticket, inHours(n), { version: 1 })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
});

describe('a reminder', () => {
  const remind = (parts: object, by = agent) => by.call('POST /reminders', parts);

  test('fires once at its time, for whoever set it', async () => {
    const ticket = await opened();
    const { status, body } = await remind({
      ticketId: ticket.id,
      at: inHours(1),
      note: 'Ask again',
    });
    expect([status, body.ticket.number, body.firedAt]).toEqual([201, ticket.number, null]);
    await pause(1_500);
    world.clock.move({ hours: 1 });
    const due = () => world.events(company, { name: 'reminder.due' });
    await soon(async () => (await due()).length > 0);
    await pause(600);
    expect(await due()).toMatchObject([
      { ticketId: null, payload: { userId: agent.id, reminderId: body.id, ticketId: ticket.id } },
    ]);
    const colleague = await company.hire('agent');
    expect((await colleague.call('GET /reminders')).body.items).toEqual([]);
    const own = (await agent.call('GET /reminders')).body.items;
    expect(own).toMatchObject([{ note: 'Ask again', firedAt: expect.any(String) }]);
    const later = await agent.call(`PATCH /reminders/${body.id}`, { at: inHours(3) });
    expect(later.body).toMatchObject({ firedAt: null, version: 3 });
    expect((await colleague.call(`PATCH /reminders/${body.id}`, { done: true })).status).toBe(404);
    await agent.call(`PATCH /reminders/${body.id}`, { done: true });
    expect((await agent.call('GET /reminders')).body.items).toEqual([]);
    expect((await agent.call(`DELETE /reminders/${body.id}`)).status).toBe(204);
  });

  test('of a promised call stands in the history of the ticket, until it was made', async () => {
    const ticket = await opened();
    const at = inHours(2);
    const { body } = await remind({ ticketId: ticket.id, kind: 'call', at, phone: '+7 900 1' });
    await agent.call(`PATCH /reminders/${body.id}`, { done: true });
    const told = (await world.events(company, { ticketId: ticket.id })).slice(2);
    expect(told.map(({ name, changes }) => [name, changes[0]])).toEqual([
      ['ticket.call-planned', { field: 'callBack', from: null, to: at }],
      ['ticket.called-back', { field: 'callBack', from: at, to: null }],
    ]);
  });

  test('is refused for the past and for a ticket out of sight', async () => {
    const ticket = await opened();
    expect((await remind({ at: inHours(-1) })).body.errors[0].code).toBe('past');
    const foreign = await world.found();
    const other = await remind({ at: inHours(1), ticketId: ticket.id }, foreign.administrator);
    expect(other.status).toBe(404);
  });
});
