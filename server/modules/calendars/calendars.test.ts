import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../test/caller.ts';
import type { Company, Person } from '../../test/company.ts';
import { openWorld, type World } from '../../test/world.ts';

let world: World;
let company: Company;
let keeper: Person;
let agent: Person;

beforeAll(async () => {
  world = await openWorld();
  company = await world.found({ locale: 'ru', timeZone: 'Europe/Samara' });
  keeper = company.administrator;
  agent = await company.hire('agent');
});
afterAll(() => world.close());

const office = { mon: [['09:00', '18:00']], fri: [['22:00', '06:00']] };
let count = 0;
async function added(more: object = {}): Promise<Json> {
  count += 1;
  const asked = { name: `Calendar ${count}`, zone: 'UTC', week: office, ...more };
  const { status, body } = await keeper.call('POST /calendars', asked);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const list = async (): Promise<Json[]> => (await agent.call('GET /calendars')).body.items;
const change = (id: string, more: object) => keeper.call(`PATCH /calendars/${id}`, more);
const daysOf = async (id: string, query: string): Promise<Json> =>
  (await agent.call(`GET /calendars/${id}/days?${query}`)).body;

test('a company begins with its own office hours, in its time zone, by its country’s calendar', async () => {
  const [first] = await list();
  expect(first).toMatchObject({
    name: 'Рабочее время',
    zone: 'Europe/Samara',
    country: 'ru',
    isDefault: true,
  });
  expect(Object.keys(first!.week as object).toSorted()).toEqual([
    'fri',
    'mon',
    'thu',
    'tue',
    'wed',
  ]);
});

test('a year of the Russian production calendar has its working days and hours', async () => {
  const [first] = await list();
  const spans = [
    ['09:00', '13:00'],
    ['14:00', '18:00'],
  ];
  const week = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, spans]));
  const { id } = await added({ week, country: 'ru' });
  const year = await daysOf(id, 'year=2026');
  expect([year.workingDays, year.workingMinutes / 60]).toEqual([247, 1972]);
  const april = await daysOf(id, 'year=2024&month=4');
  const dayOf = (date: string) => april.days.find((day: Json) => day.date === date);
  expect(dayOf('2024-04-27')).toMatchObject({ source: 'country', kind: 'working', spans });
  expect(dayOf('2024-04-29')).toMatchObject({ source: 'country', kind: 'off', spans: [] });
  expect((await daysOf(first!.id, 'year=2026&month=4')).days[29]).toMatchObject({
    kind: 'short',
    spans: [['09:00', '17:00']],
  });
});

test('own days are stronger than the country’s, and can be taken back', async () => {
  const { id } = await added({ country: 'ru', week: { mon: [['10:00', '12:00']] } });
  const sixth = async () => (await daysOf(id, 'year=2025&month=1')).days[5];
  expect(await sixth()).toMatchObject({ kind: 'off', source: 'country' });
  await change(id, { days: { '2025-01-06': { kind: 'hours', spans: [['10:00', '11:00']] } } });
  expect(await sixth()).toMatchObject({
    kind: 'hours',
    source: 'own',
    spans: [['10:00', '11:00']],
  });
  await change(id, { days: { '01-06': { kind: 'working', name: 'We work' } } });
  expect(await sixth()).toMatchObject({ kind: 'hours', source: 'own' });
  await change(id, { days: { '2025-01-06': null } });
  expect(await sixth()).toMatchObject({ kind: 'working', name: 'We work' });
  await change(id, { days: { '01-06': null } });
  expect(await sixth()).toMatchObject({ kind: 'off', source: 'country' });
});

describe('a calendar is refused', () => {
  const refusal = async (more: object): Promise<Json> =>
    (await keeper.call('POST /calendars', { name: 'New', zone: 'UTC', week: office, ...more })).body
      .errors?.[0];

  test('without hours, with hours that overlap, end where they begin, or are none', async () => {
    expect(await refusal({ week: {} })).toEqual({ field: 'week', code: 'no_hours' });
    const overlapping = [
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ];
    expect((await refusal({ week: { mon: overlapping } })).code).toBe('overlaps');
    expect((await refusal({ week: { mon: [['09:00', '09:00']] } })).code).toBe('no_time');
    expect((await refusal({ week: { mon: [['09:00', '25:00']] } })).code).toBe('not_clock_time');
    expect((await refusal({ zone: 'Mars/Olympus' })).code).toBe('not_time_zone');
    expect((await refusal({ days: { '2025-02-29': { kind: 'off' } } })).code).toBe('not_day');
  });

  test('under a name that is taken, by whoever may not, and when another changed it meanwhile', async () => {
    const { id, name, version } = await added();
    expect(await refusal({ name: name.toUpperCase() })).toEqual({ field: 'name', code: 'taken' });
    expect(
      (await agent.call('POST /calendars', { name: 'X', zone: 'UTC', week: office })).status,
    ).toBe(403);
    expect((await change(id, { version, name: 'Other' })).status).toBe(200);
    expect((await change(id, { version, name: 'Third' })).body.code).toBe('version.conflict');
    const foreign = await world.found();
    const other = foreign.administrator;
    expect((await other.call(`GET /calendars/${id}`)).status).toBe(404);
    expect((await other.call(`PATCH /calendars/${id}`, { name: 'Mine' })).status).toBe(404);
  });
});

test('one calendar is the default one; a team works by one at most; removing gives it back', async () => {
  const team = await company.team('Night');
  const night = await added({ teamIds: [team.id] });
  expect(night.teams).toMatchObject([{ name: 'Night' }]);
  const other = await added({ teamIds: [team.id] });
  expect((await agent.call(`GET /calendars/${night.id}`)).body.teams).toEqual([]);
  await change(other.id, { isDefault: true });
  expect((await list()).filter(({ isDefault }) => isDefault).map(({ id }) => id)).toEqual([
    other.id,
  ]);
  expect((await keeper.call(`DELETE /calendars/${other.id}`)).body.code).toBe(
    'calendar.is_default',
  );
  expect((await keeper.call(`DELETE /calendars/${night.id}`)).status).toBe(200);
  const told = await world.events(company, { name: 'calendar.changed' });
  expect(told.at(-1)?.payload).toEqual({ calendarId: night.id });
});

describe('a file of days off', () => {
  const imported = async (content: string, more: object = {}) => {
    const { id } = await added();
    return keeper.call(`POST /calendars/${id}/import`, { content, ...more });
  };
  const ics = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
  const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];

  test('by iCalendar: whole days, several of them, every year, by a rule; nothing of an hour', async () => {
    const { body } = await imported(
      ics(
        ...event('SUMMARY:Shutdown', 'DTSTART;VALUE=DATE:20261230', 'DTEND;VALUE=DATE:20270102'),
        ...event('SUMMARY:Founded', 'DTSTART;VALUE=DATE:20200305', 'RRULE:FREQ=YEARLY'),
        ...event('DTSTART;VALUE=DATE:20261101', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;COUNT=8'),
        ...event('SUMMARY:Call', 'DTSTART:20261124T100000Z', 'DTEND:20261124T110000Z'),
      ),
      { apply: true },
    );
    const days = body.days.map(({ day }: Json) => day);
    expect(days).toEqual(
      expect.arrayContaining(['2026-12-30', '2026-12-31', '2027-01-01', '03-05']),
    );
    expect(days).toContain('2026-11-26');
    expect(body).toMatchObject({ format: 'ics', passedOver: 1 });
    expect(body.calendar.days['03-05']).toEqual({ kind: 'off', name: 'Founded' });
  });

  test('by a production calendar, as XML and as JSON; looked at first, taken over when asked', async () => {
    const xml =
      '<calendar year="2027" country="ru"><holidays><holiday id="1" title="Новый год"/></holidays>' +
      '<days><day d="01.01" t="1" h="1"/><day d="02.20" t="3"/><day d="03.05" t="2"/></days></calendar>';
    const looked = await imported(xml);
    expect(looked.body.days).toEqual([
      { day: '2027-01-01', kind: 'off', name: 'Новый год' },
      { day: '2027-02-20', kind: 'working', name: '' },
      { day: '2027-03-05', kind: 'short', name: '', minutes: 60 },
    ]);
    expect(looked.body.calendar.days).toEqual({});
    const january = '1,2,3,9+,10,16,17,23,24,29*,30';
    const json = JSON.stringify({ year: 2027, months: [{ month: 1, days: january }] });
    const { body } = await imported(json, { apply: true });
    expect(body.calendar.days).toMatchObject({
      '2027-01-01': { kind: 'off' },
      '2027-01-29': { kind: 'short' },
      '2027-01-31': { kind: 'working' },
    });
    expect(body.calendar.days['2027-01-09']).toBeUndefined();
  });

  test('is refused when it is no calendar, or says nothing', async () => {
    const codeOf = async (content: string) => (await imported(content)).body.errors?.[0]?.code;
    expect(await codeOf('hello')).toBe('not_calendar');
    expect(await codeOf('{"year": "x"}')).toBe('not_calendar');
    expect(await codeOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT')).toBe('not_calendar');
    expect(await codeOf(ics())).toBe('no_days');
    const whole = ['DTSTART;VALUE=DATE:20240101', 'DTEND;VALUE=DATE:20250101', 'RRULE:FREQ=YEARLY'];
    expect(await codeOf(ics(...event(...whole)))).toBe('no_hours');
  });
});

test('the days of a calendar are saved as a file by whoever reads tickets, and another calendar takes them over', async () => {
  const days = {
    '12-31': { kind: 'short', minutes: 120, name: 'Канун' },
    '2027-05-11': { kind: 'hours', spans: [['10:00', '14:00']], name: 'Уборка' },
  };
  const from = await added({ name: 'Склад, «главный»', days });
  const spoken = { 'accept-language': 'ru' };
  const path = `GET /calendars/${from.id}/export` as const;
  const { status, body: text, headers } = await agent.call(path, undefined, spoken);
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  expect(headers['content-disposition']).toContain(encodeURIComponent('Склад'));
  expect(text).toContain('SUMMARY:Сокращённый день: Канун');
  const to = await added();
  const asked = { content: text, apply: true };
  const { body } = await keeper.call(`POST /calendars/${to.id}/import`, asked);
  expect(body.calendar.days).toEqual(days);
});
