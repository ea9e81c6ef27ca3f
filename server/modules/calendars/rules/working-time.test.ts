import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOf, dayMs, weekdays, type CalendarHours, type Span } from './hours.ts';
import { compileWorkingTime } from './working-time.ts';
import { zoneNamed } from './zone.ts';

const office: Span[] = [['09:00', '18:00']];
const week = (spans: readonly Span[], days = weekdays.slice(0, 5)) =>
  Object.fromEntries(days.map((day) => [day, spans]));
const calendar = (more: Partial<CalendarHours> = {}) =>
  compileWorkingTime({ zone: 'UTC', week: week(office), ...more });
const ms = (text: string) => Date.parse(text);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 16));
const hour = 3_600_000;

test('what is added over a weekend goes on on Monday', () => {
  const time = calendar();
  expect(iso(time.add(ms('2026-11-20T17:00Z'), 2 * hour))).toBe('2026-11-23T10:00');
  expect(iso(time.add(ms('2026-11-23T10:00Z'), -2 * hour))).toBe('2026-11-20T17:00');
  expect(time.between(ms('2026-11-20T17:00Z'), ms('2026-11-23T10:00Z'))).toBe(2 * hour);
});

test('a span over midnight belongs to the day it begins on, and touches the next', () => {
  const night = compileWorkingTime({
    zone: 'UTC',
    week: { fri: [['22:00', '06:00']], sat: [['06:00', '08:00']] },
  });
  expect(night.isOpen(ms('2026-11-21T03:00Z'))).toBe(true);
  expect(iso(night.nextClose(ms('2026-11-20T22:00Z')))).toBe('2026-11-21T08:00');
  expect(night.isWorkingDay('2026-11-21')).toBe(true);
});

describe('exceptions', () => {
  test('a date is stronger than the same day of every year, and both than the week', () => {
    const time = calendar({
      yearly: { '01-01': { kind: 'off' } },
      dates: { '2026-01-01': { kind: 'hours', spans: [['10:00', '12:00']] } },
    });
    expect(time.isOpen(ms('2026-01-01T11:00Z'))).toBe(true);
    expect(time.isOpen(ms('2027-01-01T11:00Z'))).toBe(false);
  });

  test('a short day ends earlier, a moved day works like the day before it in the week', () => {
    const time = calendar({
      dates: {
        '2026-11-20': { kind: 'short', minutes: 60 },
        '2026-11-21': { kind: 'working' },
        '2026-11-22': { kind: 'short', minutes: 90 },
      },
    });
    expect(iso(time.nextClose(ms('2026-11-20T10:00Z')))).toBe('2026-11-20T17:00');
    expect(iso(time.nextClose(ms('2026-11-21T10:00Z')))).toBe('2026-11-21T18:00');
    expect(iso(time.nextClose(ms('2026-11-22T10:00Z')))).toBe('2026-11-22T16:30');
  });

  test('a short day of hours that overlap ends earlier as a whole', () => {
    const time = compileWorkingTime({
      zone: 'UTC',
      week: { fri: [...office, ['10:00', '12:00']] },
      dates: { '2026-11-20': { kind: 'short', minutes: 60 } },
    });
    expect(iso(time.nextClose(ms('2026-11-20T11:30Z')))).toBe('2026-11-20T17:00');
  });

  test('a day that comes in leap years only is kept in leap years only', () => {
    const time = calendar({ yearly: { '02-29': { kind: 'off' } } });
    expect(time.isWorkingDay('2028-02-29')).toBe(false);
    expect(time.isWorkingDay('2027-03-01')).toBe(true);
    expect(time.addWorkingDays('2028-02-28', 1)).toBe('2028-03-01');
  });

  test('a calendar that is open only on a leap day finds it eight years later', () => {
    const time = compileWorkingTime({
      zone: 'UTC',
      week: {},
      yearly: { '02-29': { kind: 'hours', spans: office } },
    });
    expect(iso(time.nextOpen(ms('2096-03-01T00:00Z')))).toBe('2104-02-29T09:00');
    expect(iso(time.previousOpen(ms('2104-01-01T00:00Z')))).toBe('2096-02-29T09:00');
  });
});

describe('where clocks are changed', () => {
  const allDay = (zone: string) =>
    compileWorkingTime({ zone, week: week([['00:00', '24:00']], [...weekdays]) });

  test('a day has 23 or 25 hours', () => {
    const time = allDay('Europe/Berlin');
    expect(time.between(ms('2026-03-28T23:00Z'), ms('2026-03-29T22:00Z'))).toBe(23 * hour);
    expect(time.between(ms('2026-10-24T22:00Z'), ms('2026-10-25T23:00Z'))).toBe(25 * hour);
  });

  test('what lies in the hour that is left out is not open, what reaches into it is cut', () => {
    const time = compileWorkingTime({
      zone: 'Europe/Berlin',
      week: { sun: [['01:30', '02:30']], sat: [['02:10', '02:20']] },
    });
    expect(time.between(ms('2026-03-29T00:00Z'), ms('2026-03-29T04:00Z'))).toBe(hour / 2);
  });

  test('the hour that comes twice is open the first time up to its end', () => {
    const time = compileWorkingTime({ zone: 'Europe/Berlin', week: { sun: [['01:00', '02:30']] } });
    expect(time.isOpen(ms('2026-10-25T00:15Z'))).toBe(true);
    expect(time.isOpen(ms('2026-10-25T01:15Z'))).toBe(false);
  });

  test('midnight that does not exist opens the day when it begins', () => {
    const zone = zoneNamed('America/Sao_Paulo');
    expect(iso(zone.instantOf(ms('2015-10-18T00:00Z')))).toBe('2015-10-18T03:00');
    const time = allDay('America/Sao_Paulo');
    expect(time.nextClose(ms('2015-10-17T12:00Z'))).toBeNull();
  });

  test('a day that a zone left out is not worked, and does not count among working days', () => {
    const hours = { week: week([['09:00', '18:00']], [...weekdays]) };
    const samoa = compileWorkingTime({ zone: 'Pacific/Apia', ...hours });
    expect(samoa.between(ms('2011-12-29T00:00Z'), ms('2012-01-01T00:00Z'))).toBe(27 * hour);
    expect(iso(samoa.add(ms('2011-12-29T19:00Z'), 10 * hour) ?? 0)).toBe('2011-12-30T20:00');
    expect(samoa.isWorkingDay('2011-12-30')).toBe(false);
    expect(samoa.addWorkingDays('2011-12-29', 1)).toBe('2011-12-31');
    expect(samoa.addWorkingDays('2011-12-31', -1)).toBe('2011-12-29');
    expect(samoa.workingDaysBetween('2011-12-29', '2012-01-01')).toBe(2);
    const atoll = compileWorkingTime({ zone: 'Pacific/Kwajalein', ...hours });
    expect(['1993-08-20', '1993-08-21', '1993-08-22'].map(atoll.isWorkingDay)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('a date that came twice is worked twice', () => {
    const hours = { week: week([['09:00', '18:00']], [...weekdays]) };
    const atoll = compileWorkingTime({ zone: 'Pacific/Kwajalein', ...hours });
    const [first, second] = [ms('1969-09-29T22:00Z'), ms('1969-09-30T21:00Z')];
    expect(atoll.periodsWithin(first, ms('1969-10-01T12:00Z'))).toEqual([
      { from: first, to: first + 9 * hour },
      { from: second, to: second + 9 * hour },
    ]);
    const always = allDay('Pacific/Kwajalein');
    expect(always.between(ms('1969-09-28T13:00Z'), ms('1969-10-01T12:00Z'))).toBe(71 * hour);
  });

  test('offsets are those of the platform on every hour of many years', () => {
    for (const name of ['Europe/Moscow', 'Africa/Casablanca', 'Australia/Lord_Howe']) {
      const zone = zoneNamed(name);
      for (let at = ms('2008-01-01T00:00Z'); at < ms('2027-01-01T00:00Z'); at += 617 * hour) {
        const local = new Date(at).toLocaleString('sv-SE', { timeZone: name });
        expect(new Date(at + zone.offsetAt(at)).toISOString().slice(0, 19)).toBe(
          local.replace(' ', 'T'),
        );
      }
    }
  });

  test('a zone that nobody knows is refused', () => {
    expect(() => zoneNamed('Mars/Olympus')).toThrow(RangeError);
  });
});

test('an empty calendar is never open, and says so instead of searching for ever', () => {
  const time = compileWorkingTime({ zone: 'UTC', week: {} });
  expect(time.empty).toBe(true);
  expect(time.isOpen(0)).toBe(false);
  expect([time.add(0, 1), time.add(0, -1), time.add(0, 0), time.nextOpen(0)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
  expect(time.between(0, 1e12)).toBe(0);
  expect(time.addWorkingDays('2026-01-01', 1)).toBeNull();
});

test('a calendar whose only days are over runs out of time instead of searching for ever', () => {
  const time = compileWorkingTime({
    zone: 'UTC',
    week: {},
    dates: { '2020-05-05': { kind: 'hours', spans: office } },
  });
  expect(time.add(ms('2020-01-01T00:00Z'), hour)).toBe(ms('2020-05-05T10:00Z'));
  expect(time.add(ms('2020-01-01T00:00Z'), 10 * hour)).toBeNull();
  expect(time.nextOpen(ms('2021-01-01T00:00Z'))).toBeNull();
});

const quarter = fc.integer({ min: 0, max: 95 });
const clock = (n: number) =>
  `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`;
const anySpan = fc.tuple(quarter, quarter).map(([a, b]): Span => [clock(a), clock(b)]);
const anySpans = fc.array(anySpan, { maxLength: 3 });
const anyDate = fc.integer({ min: 19_000, max: 21_500 }).map(dateOf);
const anyHours = fc.record({
  zone: fc.constantFrom(
    'UTC',
    'Europe/Moscow',
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Asia/Tehran',
  ),
  week: fc.tuple(anySpan, anySpans, anySpans, anySpans).map(([first, mon, tue, sun]) => ({
    mon: [first, ...mon],
    tue,
    sun,
  })),
  dates: fc.dictionary(
    anyDate,
    fc.oneof(
      fc.constant({ kind: 'off' as const }),
      fc.constant({ kind: 'working' as const }),
      fc.integer({ min: 0, max: 200 }).map((minutes) => ({ kind: 'short' as const, minutes })),
      anySpans.map((spans) => ({ kind: 'hours' as const, spans })),
    ),
  ),
  breaks: fc.dictionary(anyDate, anySpans),
});
const anyMoment = fc.integer({ min: 19_000 * 1440, max: 21_500 * 1440 }).map((m) => m * 60_000);
const anyLength = fc.integer({ min: 1, max: 90 * 24 * 60 }).map((minutes) => minutes * 60_000);
/** A Monday's only hours may be taken away in some weeks, never in all of two hundred years. */
const found = (at: number | null): number => {
  expect(at).not.toBeNull();
  return at ?? 0;
};

describe('whatever the calendar', () => {
  test('what was added lies between, and leads back to where work stood', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyLength, (hours, at, length) => {
        const time = compileWorkingTime(hours);
        const end = found(time.add(at, length));
        expect(time.between(at, end)).toBe(length);
        const back = found(time.add(end, -length));
        expect(time.between(back, at)).toBe(0);
        expect(time.between(back, end)).toBe(length);
        expect(time.retreatToOpen(end)).toBe(end);
      }),
      { numRuns: 150 },
    );
  });

  test('more time never ends earlier, and a later start never ends earlier', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyLength, anyLength, (hours, at, a, b) => {
        const time = compileWorkingTime(hours);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(found(time.add(at, less))).toBeLessThanOrEqual(found(time.add(at, more)));
        expect(found(time.add(at, a))).toBeLessThanOrEqual(found(time.add(at + b, a)));
        expect(found(time.add(found(time.add(at, a)), b))).toBe(found(time.add(at, a + b)));
      }),
      { numRuns: 150 },
    );
  });

  test('time between adds up, is never more than the clock shows, and turns its sign', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, anyMoment, anyMoment, (hours, a, b, c) => {
        const time = compileWorkingTime(hours);
        expect(time.between(a, b) + time.between(b, c)).toBe(time.between(a, c));
        expect(Math.abs(time.between(a, b))).toBeLessThanOrEqual(Math.abs(b - a));
        expect(time.between(b, a)).toBe(0 - time.between(a, b));
      }),
      { numRuns: 150 },
    );
  });

  test('periods, openings and closings tell the same as asking minute by minute', () => {
    fc.assert(
      fc.property(anyHours, anyMoment, (hours, at) => {
        const time = compileWorkingTime(hours);
        const periods = time.periodsWithin(at, at + 3 * dayMs);
        for (let minute = at; minute < at + 3 * dayMs; minute += 5 * 60_000) {
          expect(time.isOpen(minute)).toBe(
            periods.some(({ from, to }) => from <= minute && minute < to),
          );
        }
        const open = found(time.nextOpen(at));
        expect(time.isOpen(open)).toBe(true);
        expect(time.isOpen(open - 1)).toBe(false);
        expect(time.previousOpen(open + 1)).toBe(open);
        const close = found(time.nextClose(at));
        expect(time.isOpen(close)).toBe(false);
        expect(time.isOpen(close - 1)).toBe(true);
        expect(time.previousClose(close + 1)).toBe(close);
      }),
      { numRuns: 60 },
    );
  });
});
