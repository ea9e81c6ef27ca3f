import { RRuleTemporal } from 'rrule-temporal';
import { printRrule, weekdayCodes, type Repeat } from './rrule.ts';

/** What a calendar says to it; `isWorkingDay` by local date. */
export type Days = {
  isWorkingDay(date: string): boolean;
};
type Zone = { instantOf(local: number): number };

export type Recurring = {
  readonly repeat: Repeat;
  /** The first day that may be one, `YYYY-MM-DD`. */
  readonly from: string;
  /** `HH:MM` on the zone's clock. */
  readonly at: string;
  readonly zone: Zone;
  /** Null: every day is a working day. */
  readonly days: Days | null;
  /** What becomes of one that falls on a day off. */
  readonly dayOff: 'keep' | 'skip' | 'before' | 'after';
};

/** `on` is the day on which it happens, after moving; it names the occurrence. */
export type Occurrence = { readonly on: string; readonly at: Date };

const dayMs = 86_400_000;
const reachDays = 366;
/** So many that fall on days off in a row mean that none ever falls on another. */
const mostSkipped = 500;
const farAway = '2200-01-01';

/**
 * Occurrences in order, those after the day `after`; without it from the first one on. Two that are moved to the same day are one.
 * Dates are reckoned without a clock; only the result meets the zone, so that no change of the clock moves a date.
 */
export function* occurrences(
  recurring: Recurring,
  after: string | null = null,
): Generator<Occurrence> {
  let last = after;
  let skipped = 0;
  for (const date of dates(recurring, after)) {
    const on = moved(recurring, date);
    if (on === null) {
      skipped += 1;
      if (skipped > mostSkipped) {
        return;
      }
    } else if (last === null || on > last) {
      skipped = 0;
      last = on;
      yield { on, at: instantOf(recurring, on) };
    }
  }
}

/** The first `most` of which an instant lies after `now`. */
export function upcoming(recurring: Recurring, now: Date, most: number): Occurrence[] {
  const found: Occurrence[] = [];
  // Zones are less than two days apart; one that is moved on may have begun a year earlier.
  const backDays = 2 + (recurring.dayOff === 'after' ? reachDays : 0);
  const begin = new Date(now.getTime() - backDays * dayMs).toISOString().slice(0, 10);
  for (const occurrence of occurrences(recurring, begin > recurring.from ? begin : null)) {
    if (occurrence.at > now && found.push(occurrence) >= most) {
      break;
    }
  }
  return found;
}

/** Those that should have been opened by now, in order; at most `most`, the newest of them. */
export function due(
  recurring: Recurring,
  { after, now, most }: { after: string | null; now: Date; most: number },
): Occurrence[] {
  const found: Occurrence[] = [];
  for (const occurrence of occurrences(recurring, after)) {
    if (occurrence.at > now) {
      break;
    }
    found.push(occurrence);
  }
  return found.slice(-most);
}

function* dates({ repeat, from }: Recurring, after: string | null): Generator<string> {
  const start = asUtc(from);
  const rule = new RRuleTemporal({
    maxIterations: 1000,
    rruleString: `DTSTART:${start}\nRRULE:${printRrule({ ...withDefaults(repeat, from), until: null })}${
      repeat.until === null ? '' : `;UNTIL=${asUtc(repeat.until)}`
    }`,
  });
  let cursor = after !== null && after >= from ? after : null;
  while (true) {
    const next = nextOf(rule, cursor === null ? [from, true] : [cursor, false]);
    if (next === null || next >= farAway) {
      return;
    }
    cursor = next;
    yield cursor;
  }
}

/** The library gives up on a rule that never comes, such as every 30th of February, by throwing. */
function nextOf(rule: RRuleTemporal, [date, inclusive]: [string, boolean]): string | null {
  try {
    return (
      rule
        .next(new Date(`${date}T00:00:00Z`), inclusive)
        ?.toString()
        .slice(0, 10) ?? null
    );
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) {
      return null;
    }
    throw error;
  }
}

const asUtc = (date: string): string => `${date.replaceAll('-', '')}T000000Z`;

/** A rule that names no day means that of its beginning, and where a month has no such day, its last one. */
function withDefaults(repeat: Repeat, from: string): Repeat {
  const { every, weekdays, monthDays } = repeat;
  if (every === 'day' || weekdays.length + monthDays.length > 0) {
    return repeat;
  }
  if (every === 'week') {
    const weekday = weekdayCodes[(new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'MO';
    return { ...repeat, weekdays: [{ day: weekday, nth: null }] };
  }
  const [, month = 1, day = 1] = from.split('-').map(Number);
  const months = every === 'year' && repeat.months.length === 0 ? [month] : repeat.months;
  return { ...repeat, monthDays: [day], orLastDay: day > 28, months };
}

/** The day on which it happens; null: on none. */
function moved({ days, dayOff }: Recurring, date: string): string | null {
  if (dayOff === 'keep' || !days || days.isWorkingDay(date)) {
    return date;
  }
  if (dayOff === 'skip') {
    return null;
  }
  const step = dayOff === 'before' ? -dayMs : dayMs;
  const start = Date.parse(`${date}T00:00:00Z`);
  for (let gone = 1; gone <= reachDays; gone += 1) {
    const other = new Date(start + gone * step).toISOString().slice(0, 10);
    if (days.isWorkingDay(other)) {
      return other;
    }
  }
  return null;
}

export function instantOf({ at, zone }: Recurring, on: string): Date {
  return new Date(zone.instantOf(Date.parse(`${on}T${at}:00Z`)));
}
