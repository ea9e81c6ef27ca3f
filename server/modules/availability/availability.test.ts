import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../../kernel/actor.ts';
import { silentLog } from '../../kernel/log.ts';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { letterText } from '../../test/mail/letters.ts';
import { openWorld, type World } from '../../test/world.ts';
import { moveTickets, ticketsAtOnce } from './moving/move-tickets.ts';
import { startAbsences } from './public.ts';

let world: World;
let company: Company;
let lead: Person;
let ivan: Person;
let anna: Person;
let boris: Person;
let watching: { stop(): Promise<void> }[];

beforeAll(async () => {
  world = await openWorld();
  // Two workers look at one clock.
  watching = [0, 1].map(() =>
    startAbsences({
      db: world.db,
      clock: world.clock.now,
      log: silentLog,
      executor: world.app.executor,
    }),
  );
});
beforeEach(async () => {
  company = await world.found({ timeZone: 'Europe/Moscow' });
  lead = await company.hire('lead', { name: 'Lena' });
  ivan = await company.hire('agent', { name: 'Ivan' });
  anna = await company.hire('agent', { name: 'Anna' });
  boris = await company.hire('agent', { name: 'Boris' });
});
afterAll(async () => {
  await Promise.all(watching.map((each) => each.stop()));
  await world.close();
});

const inHours = (hours: number) =>
  new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();
const asked = (who: Person, more: object = {}) =>
  who.call('POST /absences', { kind: 'vacation', ...more });
async function absent(who: Person, more: object = {}): Promise<Json> {
  const { status, body } = await asked(who, more);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
async function opened(assignee: Person | null, more: object = {}): Promise<Json> {
  const { status, body } = await lead.call('POST /tickets', {
    subject: 'Help',
    body: 'It jams',
    requester: { email: 'rita@there.test' },
    ...(assignee && { assigneeId: assignee.id }),
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const holderOf = async ({ id }: Json): Promise<string | null> =>
  (await lead.call(`GET /tickets/${id}`)).body.assignee?.name ?? null;
const absenceOf = async ({ id }: Json): Promise<Json> => {
  const lists = await Promise.all(
    ['true', 'false'].map((over) => lead.call(`GET /absences?over=${over}`)),
  );
  return lists.flatMap(({ body }) => body.items as Json[]).find((one) => one.id === id);
};
const assigned = async ({ id }: Json) =>
  (await world.events(company, { ticketId: id, name: 'ticket.assigned' })).map(
    ({ reason, changes }) => [reason?.code, (changes?.[0]?.to as Json)?.name ?? null],
  );
async function soon(happened: () => Promise<boolean>, withinMs = 5_000): Promise<void> {
  const from = performance.now();
  while (!(await happened())) {
    if (performance.now() - from > withinMs) {
      throw new Error(`not within ${withinMs} ms`);
    }
    await pause(20);
  }
}
/** The clocks have looked, and all that followed is done. */
async function reaches(absence: Json, state: string): Promise<void> {
  await soon(async () => (await absenceOf(absence)).state === state);
  await world.settle();
  await soon(async () => !(await absenceOf(absence)).moving);
}
const now = async (who: Person, whose: Person): Promise<Json> =>
  (await who.call('GET /availability')).body.items.find(({ user }: Json) => user.id === whose.id);

describe('presence', () => {
  test('is said by oneself, seen by all, and over at its time', async () => {
    await anna.call('PUT /availability/me', { state: 'away', until: inHours(1) });
    expect(await now(boris, anna)).toMatchObject({ state: 'away', until: inHours(1) });
    world.clock.move({ hours: 1 });
    expect(await now(boris, anna)).toMatchObject({ state: 'available' });
    await soon(async () => {
      const told = await world.events(company, { name: 'availability.changed' });
      return told.length === 2;
    });
  });

  test('cannot end in the past', async () => {
    const { status, body } = await anna.call('PUT /availability/me', {
      state: 'away',
      until: inHours(-1),
    });
    expect([status, body.errors]).toEqual([400, [{ field: 'until', code: 'past' }]]);
  });
});

describe('an absence', () => {
  test('in days lasts from the first midnight to the last, where the person is', async () => {
    const absence = await absent(ivan, { from: '2027-05-04', to: '2027-05-05' });
    expect(absence).toMatchObject({
      state: 'planned',
      from: '2027-05-03T21:00:00.000Z',
      to: '2027-05-05T21:00:00.000Z',
      firstDay: '2027-05-04',
      lastDay: '2027-05-05',
    });
    await lead.call(`PUT /schedules/${ivan.id}`, {
      hours: { zone: 'Asia/Vladivostok', week: { mon: [['09:00', '18:00']] } },
    });
    const { body } = await ivan.call(`PATCH /absences/${absence.id}`, { to: '2027-05-04' });
    expect(body).toMatchObject({
      from: '2027-05-03T14:00:00.000Z',
      to: '2027-05-04T14:00:00.000Z',
    });
  });

  test('is entered by the person or by a lead; others see that it is, not why', async () => {
    const absence = await absent(lead, { userId: ivan.id, kind: 'sick', note: 'Flu' });
    expect((await asked(anna, { userId: boris.id })).status).toBe(403);
    expect((await anna.call(`PATCH /absences/${absence.id}`, { note: '' })).status).toBe(403);
    const { body } = await anna.call('GET /absences');
    expect(body.items).toMatchObject([{ kind: null, note: null, mayChange: false }]);
    expect((await ivan.call('GET /absences')).body.items).toMatchObject([
      { kind: 'sick', note: 'Flu', mayChange: true, createdBy: 'Lena' },
    ]);
    expect(await now(anna, ivan)).toMatchObject({ state: 'absent', until: null });
  });

  test('is refused twice at a time, in a circle, over before it begins, or by a stranger', async () => {
    const stranger = (await world.found()).administrator;
    const own = await absent(ivan, { to: inHours(5), substituteId: anna.id });
    expect((await asked(ivan, { from: inHours(4), to: inHours(8) })).body.code).toBe(
      'absence.overlaps',
    );
    await absent(anna, { from: inHours(1), to: inHours(9), substituteId: boris.id });
    const circle = await asked(boris, { from: inHours(2), to: inHours(3), substituteId: ivan.id });
    expect(circle.body).toMatchObject({
      code: 'absence.circle',
      detail: 'Boris → Ivan → Anna → Boris',
    });
    const later = { from: inHours(6), to: inHours(7), substituteId: ivan.id };
    expect((await asked(boris, later)).status).toBe(201);
    const widened = await ivan.call(`PATCH /absences/${own.id}`, { to: inHours(7) });
    expect(widened.body.code).toBe('absence.circle');
    const bad = await asked(lead, { from: inHours(3), to: inHours(2) });
    expect(bad.body.errors).toEqual([{ field: 'to', code: 'before_start' }]);
    expect((await asked(lead, { substituteId: lead.id })).body.errors[0].code).toBe(
      'own_substitute',
    );
    expect((await asked(lead, { substituteId: stranger.id })).body.code).toBe('user.not_found');
    const path = `/absences/${own.id}` as const;
    expect((await stranger.call(`PATCH ${path}`, { note: 'x' })).status).toBe(404);
    expect((await stranger.call(`POST ${path}/end`)).status).toBe(404);
    expect((await stranger.call('GET /absences')).body.items).toEqual([]);
  });

  test('hands everything open over at its time, once, and gives it back, each with its reason', async () => {
    const [mine, solved, annas] = [await opened(ivan), await opened(ivan), await opened(anna)];
    await ivan.call(`PATCH /tickets/${solved.id}`, { status: 'solved' });
    const absence = await absent(ivan, {
      from: inHours(1),
      to: inHours(3),
      substituteId: anna.id,
    });
    expect(await holderOf(mine)).toBe('Ivan');
    world.clock.move({ hours: 1 });
    await reaches(absence, 'running');
    expect([await holderOf(mine), await holderOf(solved)]).toEqual(['Anna', 'Ivan']);
    expect(await absenceOf(absence)).toMatchObject({ tickets: { handed: 1, returned: 0 } });
    const { body } = await lead.call(`GET /absences/${absence.id}/tickets`);
    expect(body.items).toMatchObject([{ ticket: { id: mine.id }, to: { name: 'Anna' } }]);
    world.clock.move({ hours: 2 });
    await reaches(absence, 'over');
    expect([await holderOf(mine), await holderOf(annas)]).toEqual(['Ivan', 'Anna']);
    expect(await assigned(mine)).toEqual([
      ['absence.handed', 'Anna'],
      ['absence.returned', 'Ivan'],
    ]);
    expect(await absenceOf(absence)).toMatchObject({ tickets: { handed: 0, returned: 1 } });
  });

  test('goes on where it was when its work died in the middle', async () => {
    const many = ticketsAtOnce + 3;
    for (let n = 0; n < many; n += 1) {
      await opened(ivan, { subject: `Help ${n}` });
    }
    const absence = await absent(ivan, { substituteId: anna.id });
    const actor = systemActor(company.id, 'test');
    // Several work at it at once, the queue's own among them; each takes what is left.
    const once = () => world.app.executor.execute(moveTickets, { absenceId: absence.id }, actor);
    await once();
    await Promise.all([once(), once()]);
    await reaches(absence, 'running');
    expect((await absenceOf(absence)).tickets).toEqual({ handed: many, returned: 0, kept: 0 });
    const told = await world.events(company, { name: 'absence.moved' });
    expect(told).toHaveLength(1);
    const moved = (await world.events(company, { name: 'ticket.assigned' })).filter(
      ({ reason }) => reason?.code === 'absence.handed',
    );
    expect(moved).toHaveLength(many);
  });

  test('leaves to the team what has no substitute; whoever has taken it keeps it', async () => {
    const team = await company.team('Second line', [ivan.id, anna.id]);
    const ticket = await opened(ivan, { teamId: team.id });
    const absence = await absent(ivan, { substituteId: null });
    await reaches(absence, 'running');
    const { body } = await lead.call(`GET /tickets/${ticket.id}`);
    expect([body.assignee, body.team.name]).toEqual([null, 'Second line']);
    expect((await assigned(ticket)).at(-1)).toEqual(['absence.left_to_team', null]);
    await anna.call(`PATCH /tickets/${ticket.id}`, { assigneeId: anna.id });
    await ivan.call(`POST /absences/${absence.id}/end`);
    await reaches(absence, 'over');
    expect(await holderOf(ticket)).toBe('Anna');
    expect((await absenceOf(absence)).tickets).toEqual({ handed: 0, returned: 0, kept: 1 });
  });

  test('that hands over what is due leaves the rest, until the customer writes', async () => {
    await lead.call('POST /sla-policies', {
      name: 'Urgent',
      condition: { field: 'priority', operator: 'in', values: ['urgent'] },
      terms: { targets: { resolution: { minutes: 60 } } },
    });
    await pause(150);
    const due = await opened(ivan, { priority: 'urgent' });
    await world.mail(company, letterText('absence1'));
    const [letter] = (await lead.call('GET /tickets?view=open')).body.items.filter(
      ({ subject }: Json) => subject === 'Question absence1',
    );
    await lead.call(`PATCH /tickets/${letter.id}`, { assigneeId: ivan.id });
    const absence = await absent(ivan, {
      handsOver: 'due',
      to: inHours(2),
      substituteId: anna.id,
    });
    await reaches(absence, 'running');
    expect([await holderOf(due), await holderOf(letter)]).toEqual(['Anna', 'Ivan']);
    await pause(150);
    const answer = { Subject: 'Re: Question absence1', 'In-Reply-To': '<absence1@there.test>' };
    await world.mail(
      company,
      letterText('absence2', { ...answer, References: '<absence1@there.test>' }),
    );
    expect(await holderOf(letter)).toBe('Anna');
    expect((await assigned(letter)).at(-1)).toEqual(['absence.handed', 'Anna']);
    await ivan.call(`POST /absences/${absence.id}/end`);
    await reaches(absence, 'over');
    expect([await holderOf(due), await holderOf(letter)]).toEqual(['Ivan', 'Ivan']);
  });

  test('gets another substitute in the middle, who gets what the first still has', async () => {
    const [left, taken] = [await opened(ivan), await opened(ivan)];
    const absence = await absent(ivan, { substituteId: anna.id });
    await reaches(absence, 'running');
    await lead.call(`PATCH /tickets/${taken.id}`, { assigneeId: lead.id });
    await ivan.call(`PATCH /absences/${absence.id}`, { substituteId: boris.id });
    await world.settle();
    expect([await holderOf(left), await holderOf(taken)]).toEqual(['Boris', 'Lena']);
    const begun = await ivan.call(`PATCH /absences/${absence.id}`, { from: inHours(1) });
    expect(begun.body.code).toBe('absence.running');
    expect((await ivan.call(`DELETE /absences/${absence.id}`)).body.code).toBe('absence.running');
  });

  test('of the substitute passes the work on; whose it was is found from there', async () => {
    const [first, second] = [await opened(ivan), await opened(ivan)];
    const ivans = await absent(ivan, { substituteId: anna.id });
    await reaches(ivans, 'running');
    world.clock.move({ seconds: 60 });
    const annas = await absent(anna, { substituteId: boris.id });
    await reaches(annas, 'running');
    expect([await holderOf(first), await holderOf(second)]).toEqual(['Boris', 'Boris']);
    await boris.call(`PATCH /tickets/${second.id}`, { status: 'solved' });
    await ivan.call(`POST /absences/${ivans.id}/end`);
    await reaches(ivans, 'over');
    expect([await holderOf(first), await holderOf(second)]).toEqual(['Ivan', 'Boris']);
    await anna.call(`POST /absences/${annas.id}/end`);
    await reaches(annas, 'over');
    expect([await holderOf(first), await holderOf(second)]).toEqual(['Ivan', 'Boris']);
  });
});

describe('duty', () => {
  test('is laid out in turns, and changed by leads only', async () => {
    const hours = { zone: 'Europe/Moscow', week: { mon: [['18:00', '09:00']] } };
    expect((await anna.call('POST /duty', { userIds: [anna.id], hours })).status).toBe(403);
    const { body: duty } = await lead.call('POST /duty', { userIds: [anna.id, boris.id], hours });
    const week = '?from=2026-11-22T21:00:00Z&to=2026-11-29T21:00:00Z';
    expect((await boris.call(`GET /duty/turns${week}`)).body.items).toMatchObject([
      {
        people: [{ name: 'Anna' }, { name: 'Boris' }],
        from: '2026-11-23T15:00:00.000Z',
        to: '2026-11-24T06:00:00.000Z',
      },
    ]);
    const changed = await lead.call(`PATCH /duty/${duty.id}`, { userIds: [boris.id], hours: null });
    expect(changed.body.errors).toEqual([{ field: 'from', code: 'required' }]);
    expect((await lead.call(`DELETE /duty/${duty.id}`)).status).toBe(200);
    expect((await lead.call('GET /duty')).body.items).toEqual([]);
  });
});
