import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Json } from '../../../test/caller.ts';
import type { Company, Person } from '../../../test/company.ts';
import { openWorld, type World } from '../../../test/world.ts';

let world: World;
let company: Company;
let keeper: Person;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
// Settings are compiled once a company: each test has one of its own, with its policies there before the first ticket.
beforeEach(async () => {
  company = await world.found({ timeZone: 'UTC' });
  keeper = company.administrator;
});

const onTag = (tag: string) => ({ field: 'tags', operator: 'any', values: [tag] });
async function promised(terms: object, more: object = {}): Promise<Json> {
  const asked = { name: 'Policy', terms: { targets: {}, warnAt: [], ...terms }, ...more };
  const { status, body } = await keeper.call('POST /sla-policies', asked);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
async function opened(more: object = {}): Promise<Json> {
  const asked = { subject: 'Help', body: 'It jams', requester: { email: 'rita@there.test' } };
  const { status, body } = await keeper.call('POST /tickets', { ...asked, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const read = async ({ id }: Json): Promise<Json> => (await keeper.call(`GET /tickets/${id}`)).body;
const inHours = (length: number) =>
  new Date(world.clock.now().getTime() + length * 3_600_000).toISOString();
async function tried(draft: object): Promise<Json> {
  const { status, body } = await keeper.call('POST /sla-previews', { draft });
  expect(status, JSON.stringify(body)).toBe(202);
  await world.settle();
  return { id: body.previewId, ...(await keeper.call(`GET /sla-previews/${body.previewId}`)).body };
}
const draftOf = ({ id, condition, terms }: Json, more: object = {}) => ({
  policy: {
    policyId: id,
    condition,
    terms: { ...terms, ...more },
    calendarId: null,
    byTeam: false,
  },
});

test('a draft is tried on all open tickets and changes nothing; saving does what it has said', async () => {
  const policy = await promised({ targets: { resolution: { minutes: 60 } } });
  const tickets = [await opened(), await opened({ priority: 'high' }), await opened()];
  await keeper.call(`PATCH /tickets/${tickets[2]?.id}`, { status: 'solved' });
  await world.settle();
  world.clock.move({ seconds: 40 * 60 });
  const state = async () => ({
    tickets: await Promise.all(tickets.map(read)),
    clocks: await Promise.all(
      tickets.map(async ({ id }) => (await keeper.call(`GET /tickets/${id}/clocks`)).body),
    ),
    events: await world.events(company),
    policies: (await keeper.call('GET /sla-policies')).body,
  });
  const before = await state();
  const targets = { resolution: { minutes: 90, byPriority: { high: 30 } } };
  const found = await tried(draftOf(policy, { targets }));
  expect(found).toMatchObject({ state: 'done', looked: 2, total: 2 });
  expect(found.counts).toEqual({
    changed: 2,
    late: 1,
    gains: 0,
    loses: 0,
    moves: 0,
    sooner: 1,
    later: 1,
  });
  expect(found.examples).toMatchObject([
    { kind: 'sooner', late: true, ticket: { id: tickets[1]?.id } },
    { kind: 'later', late: false, ticket: { id: tickets[0]?.id } },
  ]);
  expect(await state()).toEqual(before);
  await keeper.call(`PATCH /sla-policies/${policy.id}`, { terms: { ...policy.terms, targets } });
  await world.settle();
  expect((await read(found.examples[1].ticket)).clock.dueAt).toBe(found.examples[1].after.dueAt);
});

test('another calendar, and other teams that work by it, are tried before they are saved', async () => {
  const team = await company.team('Line');
  const { items } = (await keeper.call('GET /calendars')).body;
  const calendar = items.find(({ isDefault }: Json) => isDefault);
  const { body: nights } = await keeper.call('POST /calendars', {
    name: 'Nights',
    zone: 'UTC',
    week: { mon: [['00:00', '06:00']] },
  });
  await promised(
    { targets: { resolution: { minutes: 60 } } },
    { calendarId: calendar.id, byTeam: true },
  );
  await opened({ teamId: team.id });
  const { zone, country, days } = calendar;
  const draft = { calendarId: calendar.id, zone, country, days, week: calendar.week };
  expect((await tried({ calendar: draft })).counts.changed).toBe(0);
  const oneHour = { ...draft, week: { sat: [['10:00', '11:00']] } };
  expect((await tried({ calendar: oneHour })).counts.changed).toBe(1);
  const byTeam = { ...nights, calendarId: nights.id, teamIds: [team.id] };
  const { week, zone: utc } = byTeam;
  const found = await tried({
    calendar: {
      calendarId: nights.id,
      zone: utc,
      country: null,
      days: {},
      week,
      teamIds: [team.id],
    },
  });
  expect(new Date(found.examples[0].after.dueAt).getUTCDay()).toBe(1);
});

test('a preview is of whoever asked for it, and names nothing of another company', async () => {
  const policy = await promised({ targets: { resolution: { minutes: 60 } } });
  await opened();
  const { id } = await tried(draftOf(policy));
  const other = await company.hire('administrator', { name: 'Ada' });
  const stranger = (await world.found()).administrator;
  const agent = await company.hire('agent', { name: 'Olga' });
  expect((await other.call(`GET /sla-previews/${id}`)).status).toBe(404);
  expect((await stranger.call(`GET /sla-previews/${id}`)).status).toBe(404);
  expect((await agent.call('POST /sla-previews', { draft: draftOf(policy) })).status).toBe(403);
  const refused = async (draft: object) =>
    (await keeper.call('POST /sla-previews', { draft })).body.code;
  const { body: theirs } = await stranger.call('POST /sla-policies', {
    name: 'Theirs',
    terms: { targets: { resolution: { minutes: 5 } } },
  });
  const [hours] = (await stranger.call('GET /calendars')).body.items;
  expect(await refused(draftOf(theirs))).toBe('sla_policy.not_found');
  const { policy: own } = draftOf(policy);
  expect(await refused({ policy: { ...own, calendarId: hours.id } })).toBe('calendar.not_found');
});

test('another priority: the new time with what is used, the new one anew, or the first one', async () => {
  const targets = { resolution: { minutes: 480, byPriority: { urgent: 240 } } };
  const ways = ['keep', 'restart', 'stay'];
  for (const onPriority of ways) {
    await promised({ targets, onPriority }, { name: onPriority, condition: onTag(onPriority) });
  }
  const tickets = await Promise.all(ways.map((tag) => opened({ tags: [tag] })));
  world.clock.move({ hours: 3 });
  const left = await Promise.all(
    tickets.map(async ({ id }) => {
      await keeper.call(`PATCH /tickets/${id}`, { priority: 'urgent' });
      return (await read({ id })).clock.dueAt;
    }),
  );
  expect(left).toEqual([inHours(1), inHours(4), inHours(5)]);
});

test('after a merge whoever has waited longer counts, or the ticket’s own time only', async () => {
  const targets = { resolution: { minutes: 480 } };
  const ways = ['longest', 'own'];
  for (const onMerge of ways) {
    await promised({ targets, onMerge }, { name: onMerge, condition: onTag(onMerge) });
  }
  const first = await Promise.all(ways.map((tag) => opened({ tags: [tag] })));
  world.clock.move({ hours: 3 });
  const later = await Promise.all(ways.map((tag) => opened({ tags: [tag] })));
  const due = [];
  for (const [at, { id }] of first.entries()) {
    const { status } = await keeper.call(`POST /tickets/${id}/merge`, {
      into: String(later[at]?.number),
    });
    expect(status).toBeLessThan(300);
    due.push((await read(later[at] as Json)).clock.dueAt);
    expect((await read({ id })).clock).toBeNull();
  }
  expect(due).toEqual([inHours(5), inHours(8)]);
});
