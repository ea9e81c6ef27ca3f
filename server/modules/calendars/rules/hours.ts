/**
 * When somebody works, as people say it. Times are local to `zone` (IANA), `HH:MM` or `HH:MM:SS`, up to `24:00`. A span ends
 * before its second time; one that does not end after it begins runs over midnight and belongs to the day it begins on.
 */
export type Span = readonly [from: string, to: string];

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

export type DayRule =
  | { readonly kind: 'off' }
  | { readonly kind: 'hours'; readonly spans: readonly Span[] }
  /** An ordinary working day that ends this much earlier, also where the week has a day off. */
  | { readonly kind: 'short'; readonly minutes: number }
  /** An ordinary working day where the week has a day off. */
  | { readonly kind: 'working' };

export type CalendarHours = {
  readonly zone: string;
  readonly week: Readonly<Partial<Record<Weekday, readonly Span[]>>>;
  /** By `YYYY-MM-DD`. Stronger than the same day of every year. */
  readonly dates?: Readonly<Record<string, DayRule>>;
  /** By `MM-DD`, every year; `02-29` in leap years only. */
  readonly yearly?: Readonly<Record<string, DayRule>>;
  /** By `YYYY-MM-DD`: taken out of whatever is open then. */
  readonly breaks?: Readonly<Record<string, readonly Span[]>>;
};

/** Milliseconds from the beginning of the local day; the end may lie on the next one. */
export type DaySpan = { readonly from: number; readonly to: number };

export const dayMs = 86_400_000;

/** `HH:MM[:SS[.fff]]` as milliseconds since midnight, or null. */
export function timeOfDay(text: string): number | null {
  const [, hours, minutes, seconds = '0'] =
    /^(\d{1,2}):([0-5]\d)(?::([0-5]\d(?:\.\d+)?))?$/.exec(text) ?? [];
  if (hours === undefined) {
    return null;
  }
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return ms <= dayMs ? ms : null;
}

export function daySpan([from, to]: Span): DaySpan | null {
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  if (start === null || end === null || start === dayMs) {
    return null;
  }
  return { from: start, to: end > start ? end : end + dayMs };
}

/** Days since 1970-01-01 of a proleptic Gregorian date, or null where there is no such day. */
export function dayNumber(date: string): number | null {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(date) && !Number.isNaN(ms) && dateOf(ms / dayMs) === date
    ? ms / dayMs
    : null;
}

export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): Weekday => weekdays[(((day + 3) % 7) + 7) % 7] ?? 'mon';

export type DayPlan = {
  /** What begins on this day, in order of the clock. */
  spansOf(day: number): readonly DaySpan[];
  /** Local times on this day at which nothing is open. */
  breaksOf(day: number): readonly DaySpan[];
  /** The days that are named by their date, first and last; beyond them the years repeat. */
  readonly named: { readonly first: number; readonly last: number } | null;
  /** No day of any year has working time. */
  readonly empty: boolean;
};

type Week = Readonly<Record<Weekday, readonly DaySpan[]>>;

/** Looked up for every day of a stretch of time; made once. */
export function planDays({ week, dates = {}, yearly = {}, breaks = {} }: CalendarHours): DayPlan {
  const ordinary = compileWeek(week);
  const byDate = new Map(Object.entries(dates));
  const byYear = new Map(Object.entries(yearly));
  const pauses = new Map(Object.entries(breaks).map(([date, spans]) => [date, spansIn(spans)]));
  const ruled = byDate.size + byYear.size > 0;
  const numbers = [...byDate.keys(), ...pauses.keys()].map((date) => dayNumber(date) ?? 0);
  const rules = [...byDate.values(), ...byYear.values()];
  const never = Object.values(ordinary).every((spans) => spans.length === 0);
  return {
    spansOf(day) {
      const weekday = weekdayOf(day);
      if (!ruled) {
        return ordinary[weekday];
      }
      const date = dateOf(day);
      const rule = byDate.get(date) ?? byYear.get(date.slice(5));
      return rule ? spansUnder(rule, ordinary, weekday) : ordinary[weekday];
    },
    breaksOf: (day) => (pauses.size > 0 ? (pauses.get(dateOf(day)) ?? []) : []),
    named:
      numbers.length > 0
        ? {
            first: numbers.reduce((a, b) => Math.min(a, b)),
            last: numbers.reduce((a, b) => Math.max(a, b)),
          }
        : null,
    empty: never && rules.every((rule) => spansUnder(rule, ordinary, 'mon').length === 0),
  };
}

function compileWeek(week: CalendarHours['week']): Week {
  const of = (name: Weekday) => spansIn(week[name] ?? []);
  return {
    mon: of('mon'),
    tue: of('tue'),
    wed: of('wed'),
    thu: of('thu'),
    fri: of('fri'),
    sat: of('sat'),
    sun: of('sun'),
  };
}

/** In order; those that overlap are one, so that a shorter day ends earlier as a whole. */
function spansIn(spans: readonly Span[]): DaySpan[] {
  const sorted = spans
    .map(daySpan)
    .filter((span) => span !== null)
    .toSorted((a, b) => a.from - b.from);
  const apart: DaySpan[] = [];
  for (const span of sorted) {
    const before = apart.at(-1);
    if (before && span.from < before.to) {
      apart[apart.length - 1] = { from: before.from, to: Math.max(before.to, span.to) };
    } else {
      apart.push(span);
    }
  }
  return apart;
}

function spansUnder(rule: DayRule, week: Week, weekday: Weekday): readonly DaySpan[] {
  if (rule.kind === 'off') {
    return [];
  }
  if (rule.kind === 'hours') {
    return spansIn(rule.spans);
  }
  const ordinary = workingDayLike(week, weekday);
  return rule.kind === 'short' ? withoutEnd(ordinary, rule.minutes * 60_000) : ordinary;
}

/** The day's own hours; where it has none, those of the nearest weekday before it that has some. */
function workingDayLike(week: Week, weekday: Weekday): readonly DaySpan[] {
  const at = weekdays.indexOf(weekday);
  for (let back = 0; back < 7; back += 1) {
    const spans = week[weekdays[(at - back + 7) % 7] ?? 'mon'];
    if (spans.length > 0) {
      return spans;
    }
  }
  return [];
}

function withoutEnd(spans: readonly DaySpan[], cutMs: number): DaySpan[] {
  let left = cutMs;
  return spans
    .toReversed()
    .flatMap(({ from, to }) => {
      const cut = Math.min(left, to - from);
      left -= cut;
      return to - cut > from ? [{ from, to: to - cut }] : [];
    })
    .toReversed();
}
