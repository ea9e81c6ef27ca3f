import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, dayMs, weekdays, type CalendarHours, type DayRule, type Span } from './hours.ts';
import { compileWorkingTime } from './working-time.ts';

/**
 * Working time once more, so simply that it cannot be wrong: the clock on the wall is asked every quarter of an hour, and what is open is
 * counted. All spans and all offsets of these zones are whole quarters.
 */
const quarterMs = 900_000;
const aroundMs = 6 * dayMs;

/** Where clocks are changed by half an hour, at a quarter to three, by a whole day, for Ramadan, and at midnight. */
const changes: readonly (readonly [zone: string, at: string])[] = [
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Pacific/Chatham', '2026-04-04T14:00Z'],
  ['Pacific/Chatham', '2026-09-26T14:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00Z'],
  ['Africa/Casablanca', '2026-03-22T02:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['Europe/Moscow', '2014-10-25T22:00Z'],
  ['Asia/Kathmandu', '2024-02-28T18:15Z'],
  ['UTC', '2028-02-29T00:00Z'],
];

const walls = new Map<string, Intl.DateTimeFormat>();
function wallOf(zone: string, at: number): number {
  const wall =
    walls.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  walls.set(zone, wall);
  return Date.parse(`${wall.format(at).replace(' ', 'T')}Z`);
}

const msOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000;
};
const isNight = ([from, to]: Span): boolean => msOf(to) <= msOf(from);

/** Every open quarter of an hour between two instants, by its beginning. */
function openQuarters(hours: CalendarHours, from: number, to: number): Set<number> {
  const seen: { at: number; wall: number }[] = [];
  for (let at = from - aroundMs; at < to + aroundMs; at += quarterMs) {
    seen.push({ at, wall: wallOf(hours.zone, at) });
  }
  const reached = (wall: number) => seen.find((one) => one.wall >= wall)?.at ?? to + aroundMs;
  const open = new Set<number>();
  const mark = (date: number, spans: readonly Span[], set: (at: number) => void) => {
    for (const span of spans) {
      const end = reached(date + msOf(span[1]) + (isNight(span) ? dayMs : 0));
      for (let at = reached(date + msOf(span[0])); at < end; at += quarterMs) {
        set(at);
      }
    }
  };
  const first = Math.floor((from - aroundMs) / dayMs) + 2;
  const days = Array.from(
    { length: Math.ceil((to - from + 2 * aroundMs) / dayMs) - 4 },
    (_, n) => first + n,
  );
  for (const day of days) {
    mark(day * dayMs, spansOn(hours, day), (at) => open.add(at));
  }
  for (const day of days) {
    mark(day * dayMs, hours.breaks?.[dateOf(day)] ?? [], (at) => open.delete(at));
  }
  return open;
}

function spansOn({ dates = {}, yearly = {}, week }: CalendarHours, day: number): readonly Span[] {
  const date = dateOf(day);
  const rule = dates[date] ?? yearly[date.slice(5)];
  const weekday = weekdays[(new Date(day * dayMs).getUTCDay() + 6) % 7] ?? 'mon';
  return rule?.kind === 'hours' ? rule.spans : rule ? [] : (week[weekday] ?? []);
}

const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
/** Over midnight, to 24:00, overlapping, touching: whatever comes. */
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 96 }))
  .map(([from, to]): Span => [clock(from), clock(to)]);
const anySpans = fc.array(anySpan, { maxLength: 3 });
const anyRule: fc.Arbitrary<DayRule> = fc.oneof(
  fc.constant({ kind: 'off' as const }),
  anySpans.map((spans) => ({ kind: 'hours' as const, spans })),
);

const anyCase = fc.constantFrom(...changes).chain(([zone, change]) => {
  const middle = Date.parse(change);
  const day = fc.integer({ min: -4, max: 4 }).map((n) => dateOf(Math.floor(middle / dayMs) + n));
  return fc.record({
    from: fc.integer({ min: -280, max: 0 }).map((n) => middle + n * quarterMs),
    to: fc.integer({ min: 1, max: 280 }).map((n) => middle + n * quarterMs),
    hours: fc.record({
      zone: fc.constant(zone),
      week: fc
        .array(anySpans, { minLength: 7, maxLength: 7 })
        .map((all) => Object.fromEntries(weekdays.map((name, at) => [name, all[at] ?? []]))),
      dates: fc.dictionary(day, anyRule, { maxKeys: 2 }),
      yearly: fc.dictionary(
        day.map((date) => date.slice(5)),
        anyRule,
        { maxKeys: 2 },
      ),
      breaks: fc.dictionary(day, anySpans, { maxKeys: 2 }),
    }),
  });
});

test('working time is what the clock on the wall says when it is asked every quarter of an hour', () => {
  fc.assert(
    fc.property(anyCase, ({ hours, from, to }) => {
      const time = compileWorkingTime(hours);
      const open = openQuarters(hours, from, to);
      let worked = 0;
      for (let at = from; at < to; at += quarterMs) {
        expect(time.isOpen(at), `${hours.zone} ${new Date(at).toISOString()}`).toBe(open.has(at));
        worked += open.has(at) ? quarterMs : 0;
      }
      expect(time.between(from, to)).toBe(worked);
      if (worked > 0) {
        const last = [...open].filter((at) => at < to).reduce((a, b) => Math.max(a, b), from);
        expect(time.add(from, worked)).toBe(last + quarterMs);
        const first = [...open].filter((at) => at >= from).reduce((a, b) => Math.min(a, b), to);
        expect(time.add(to, -worked)).toBe(first);
      }
    }),
    { numRuns: 60 },
  );
});
