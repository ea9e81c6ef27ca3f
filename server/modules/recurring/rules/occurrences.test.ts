import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zoneNamed } from '../../calendars/public.ts';
import { choose } from './missed.ts';
import { due, occurrences, upcoming, type Recurring } from './occurrences.ts';
import { parseRrule, printRrule, weekdayCodes, type Repeat } from './rrule.ts';

const utc = zoneNamed('UTC');
const recurring = (rrule: string, more: Partial<Recurring> = {}): Recurring => ({
  repeat: parseRrule(rrule) as Repeat,
  from: '2026-01-01',
  at: '09:00',
  zone: utc,
  days: null,
  dayOff: 'keep',
  ...more,
});
const first = (one: Recurring, most: number): string[] =>
  occurrences(one)
    .take(most)
    .map(({ on }) => on)
    .toArray();
const weekend = { isWorkingDay: (date: string) => ![0, 6].includes(new Date(date).getUTCDay()) };

test.each([
  ['FREQ=DAILY;INTERVAL=3', ['2026-01-01', '2026-01-04', '2026-01-07']],
  ['FREQ=WEEKLY;BYDAY=MO,WE', ['2026-01-05', '2026-01-07', '2026-01-12']],
  ['FREQ=WEEKLY;INTERVAL=2', ['2026-01-01', '2026-01-15', '2026-01-29']],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=31', ['2026-01-31', '2026-03-31', '2026-05-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1', ['2026-01-31', '2026-02-28', '2026-03-31']],
  ['FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1', ['2026-01-30', '2026-02-28', '2026-03-30']],
  ['FREQ=MONTHLY;BYDAY=2TU', ['2026-01-13', '2026-02-10', '2026-03-10']],
  ['FREQ=MONTHLY;BYDAY=-1FR', ['2026-01-30', '2026-02-27', '2026-03-27']],
  ['FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=1', ['2026-03-01', '2026-09-01', '2027-03-01']],
  ['FREQ=DAILY;COUNT=2', ['2026-01-01', '2026-01-02']],
  ['FREQ=DAILY;UNTIL=20260102', ['2026-01-01', '2026-01-02']],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', []],
])('%s comes on the days that it says', (rrule, expected) => {
  expect(first(recurring(rrule), 3)).toEqual(expected);
});

test('a rule that names no day goes by its first one, or by the last day of a shorter month', () => {
  const monthly = recurring('FREQ=MONTHLY', { from: '2026-01-31' });
  expect(first(monthly, 3)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31']);
  const yearly = recurring('FREQ=YEARLY', { from: '2028-02-29' });
  expect(first(yearly, 2)).toEqual(['2028-02-29', '2029-02-28']);
});

test.each([
  ['keep', ['2026-01-03', '2026-01-10']],
  ['before', ['2026-01-02', '2026-01-09']],
  ['after', ['2026-01-05', '2026-01-12']],
  ['skip', []],
] as const)('what falls on a day off is moved as asked: %s', (dayOff, expected) => {
  const saturdays = recurring('FREQ=WEEKLY;BYDAY=SA', { days: weekend, dayOff });
  expect(first(saturdays, 2)).toEqual(expected);
});

test('several that are moved to one day are one', () => {
  const daily = recurring('FREQ=DAILY', { from: '2026-01-02', days: weekend, dayOff: 'after' });
  expect(first(daily, 3)).toEqual(['2026-01-02', '2026-01-05', '2026-01-06']);
});

test('the hour is that of the place, in summer and in winter, also where the clock jumps over it', () => {
  const berlin = (at: string) =>
    occurrences(
      recurring('FREQ=DAILY', { from: '2026-03-28', at, zone: zoneNamed('Europe/Berlin') }),
    )
      .take(3)
      .map(({ at: instant }) => instant.toISOString().slice(5, 16))
      .toArray();
  expect(berlin('09:00')).toEqual(['03-28T08:00', '03-29T07:00', '03-30T07:00']);
  expect(berlin('02:30')).toEqual(['03-28T01:30', '03-29T01:00', '03-30T00:30']);
});

const nthOf = (date: Date, nth: number): boolean => {
  const day = date.getUTCDate();
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return nth > 0 ? Math.ceil(day / 7) === nth : day > length - 7;
};

const monthlyRepeat = fc.record({
  interval: fc.integer({ min: 1, max: 4 }),
  on: fc.oneof(
    fc.record({ day: fc.constantFrom(...weekdayCodes), nth: fc.constantFrom(1, 2, 3, 4, 5, -1) }),
    fc.constantFrom(1, 15, 29, 30, 31, -1),
  ),
});

test('months are counted as a calendar on the wall counts them', () => {
  fc.assert(
    fc.property(
      monthlyRepeat,
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
      ({ interval, on }, start) => {
        const from = start.toISOString().slice(0, 10);
        const rule = typeof on === 'number' ? `BYMONTHDAY=${on}` : `BYDAY=${on.nth}${on.day}`;
        const one = recurring(`FREQ=MONTHLY;INTERVAL=${interval};${rule}`, { from });
        const begin = Date.parse(from);
        const months = (date: Date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
        const expected: string[] = [];
        for (let day = 0; day < 1000; day += 1) {
          const date = new Date(begin + day * 86_400_000);
          const tomorrow = new Date(begin + (day + 1) * 86_400_000);
          const isDay =
            typeof on === 'number'
              ? on === -1
                ? tomorrow.getUTCDate() === 1
                : date.getUTCDate() === on
              : weekdayCodes[(date.getUTCDay() + 6) % 7] === on.day && nthOf(date, on.nth);
          if (isDay && (months(date) - months(new Date(begin))) % interval === 0) {
            expected.push(date.toISOString().slice(0, 10));
          }
        }
        expect(first(one, expected.length)).toEqual(expected);
      },
    ),
    { numRuns: 60 },
  );
});

const anyRecurring = fc
  .record({
    rrule: fc.constantFrom(
      'FREQ=DAILY;INTERVAL=2',
      'FREQ=WEEKLY;BYDAY=SA,SU,WE',
      'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1',
      'FREQ=MONTHLY;BYDAY=1MO',
      'FREQ=DAILY;COUNT=40',
    ),
    dayOff: fc.constantFrom('keep' as const, 'skip' as const, 'before' as const, 'after' as const),
    zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Europe/Moscow', 'Asia/Kolkata'),
    at: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
  })
  .map(({ rrule, zone, ...more }) =>
    recurring(rrule, { ...more, zone: zoneNamed(zone), days: weekend }),
  );
const instant = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.getTime());

test('whenever one looks, every occurrence is either due or yet to come, once and in order', () => {
  fc.assert(
    fc.property(anyRecurring, instant, (one, at) => {
      const now = new Date(at);
      const past = due(one, { after: null, now, most: 1000 });
      const next = upcoming(one, now, 3);
      const all = occurrences(one)
        .take(past.length + next.length)
        .toArray();
      expect([...past, ...next]).toEqual(all);
      const times = all.map((each) => each.at.getTime());
      expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
    }),
    { numRuns: 60 },
  );
});

test('a rule that is printed reads the same, and nonsense is no rule', () => {
  for (const rrule of [
    'FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=28,29,30,31;BYSETPOS=-1;COUNT=3',
    'FREQ=YEARLY;BYMONTH=2,8;BYDAY=-1FR;UNTIL=20300101',
    'FREQ=WEEKLY;BYDAY=MO,SU',
  ]) {
    expect(printRrule(parseRrule(rrule) as Repeat)).toBe(rrule);
  }
  for (const wrong of [
    '',
    'FREQ=HOURLY',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=WEEKLY;BYDAY=2MO',
    'FREQ=MONTHLY;BYDAY=MO',
    'FREQ=DAILY;COUNT=2;UNTIL=20260101',
    'FREQ=DAILY;UNTIL=20260231',
    'FREQ=MONTHLY;BYMONTHDAY=32',
    'FREQ=DAILY;BYHOUR=3',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=YEARLY;BYDAY=20MO',
  ]) {
    expect(parseRrule(wrong), wrong).toBeNull();
  }
  fc.assert(fc.property(fc.string(), (text) => void parseRrule(text)));
});

test('after days of being switched off the newest is opened, or all, or none', () => {
  const now = new Date('2026-01-05T09:30:00Z');
  const [one, two, three] = ['03', '04', '05'].map((day) => ({
    on: `2026-01-${day}`,
    at: new Date(`2026-01-${day}T09:00:00Z`),
  }));
  const waiting = [one, two, three].filter((each) => each !== undefined);
  const late = new Date('2026-01-05T12:00:00Z');
  expect(choose(waiting, 'newest', now)).toEqual({ open: three, missed: [one, two] });
  expect(choose(waiting, 'all', now)).toEqual({ open: one, missed: [] });
  expect(choose(waiting, 'none', now)).toEqual({ open: three, missed: [one, two] });
  expect(choose(waiting, 'none', late)).toEqual({ open: null, missed: waiting });
  expect(choose([], 'newest', now)).toEqual({ open: null, missed: [] });
});
