import { dayMs } from './hours.ts';

/**
 * A time zone's offsets, found once a stretch of time by asking the platform's zone database, then looked up. Local times that
 * occur twice mean the first; those that do not occur mean the moment the clock jumps over them.
 */
export type Zone = {
  /** What is added to an instant to get the local time, ms. */
  offsetAt(instant: number): number;
  /** `local`: ms since 1970-01-01T00:00 on the zone's own clock. */
  instantOf(local: number): number;
  /** When its own clock shows a time from `from` until before `to`: once, never, or twice where a whole day comes twice. */
  stretchesOf(from: number, to: number): Stretch[];
};

/** Instants; never of no length. */
export type Stretch = { readonly from: number; readonly to: number };

type Surveyed = { readonly first: number; readonly changes: readonly Change[] };
type Change = { readonly at: number; readonly offset: number };

const stretchMs = 128 * dayMs;
/** Shorter than any time for which a zone ever kept another offset. */
const stepMs = 4 * dayMs;
const zones = new Map<string, Zone>();

/** Throws RangeError for a zone that nobody knows. */
export function zoneNamed(name: string): Zone {
  const known = zones.get(name);
  if (known) {
    return known;
  }
  const made = openZone(name);
  zones.set(name, made);
  return made;
}

function openZone(name: string): Zone {
  const ask = asker(name);
  const stretches = new Map<number, Surveyed>();
  const stretchAt = (instant: number): Surveyed => {
    const index = Math.floor(instant / stretchMs);
    const known = stretches.get(index);
    if (known) {
      return known;
    }
    const made = survey(ask, index * stretchMs);
    stretches.set(index, made);
    return made;
  };
  const offsetAt = (instant: number): number => {
    const { first, changes } = stretchAt(instant);
    let offset = first;
    for (const change of changes) {
      if (change.at > instant) {
        break;
      }
      offset = change.offset;
    }
    return offset;
  };
  const instantOf = (local: number) => instantIn(offsetAt, local);
  return {
    offsetAt,
    instantOf,
    stretchesOf(from, to) {
      const twice = comesTwice(offsetAt, from, to);
      const parts = twice ?? [{ from: instantOf(from), to: instantOf(to) }];
      return parts.filter((part) => part.to > part.from);
    },
  };
}

/** An hour that comes twice is one night; whoever lives a whole date twice works on both. */
const dayAgainMs = dayMs / 2;

/** Where a zone went over the date line to the east (Kwajalein, 30 September 1969): what is before it, and what is after. */
function comesTwice(offsetAt: Zone['offsetAt'], from: number, to: number): Stretch[] | null {
  const [start, end] = [from - dayMs, to + dayMs];
  const [before, after] = [offsetAt(start), offsetAt(end)];
  if (before - after < dayAgainMs) {
    return null;
  }
  const change = changeBetween(offsetAt, start, end);
  return [
    { from: from - before, to: Math.min(to - before, change) },
    { from: Math.max(from - after, change), to: to - after },
  ];
}

function instantIn(offsetAt: Zone['offsetAt'], local: number): number {
  // No zone is further than a day from UTC, so the change, if any, lies between these two.
  const before = offsetAt(local - dayMs);
  const after = offsetAt(local + dayMs);
  if (before === after) {
    return local - before;
  }
  const early = local - before;
  if (offsetAt(early) === before) {
    return early;
  }
  const late = local - after;
  return offsetAt(late) === after ? late : changeBetween(offsetAt, late, early);
}

const changeBetween = (offsetAt: Zone['offsetAt'], from: number, to: number): number => {
  let [low, high] = [Math.floor(from / 1000), Math.ceil(to / 1000)];
  const start = offsetAt(low * 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    [low, high] = offsetAt(middle * 1000) === start ? [middle, high] : [low, middle];
  }
  return high * 1000;
};

function survey(ask: (instant: number) => number, start: number): Surveyed {
  const first = ask(start);
  const changes: Change[] = [];
  let offset = first;
  for (let at = start; at < start + stretchMs; at += stepMs) {
    const next = ask(at + stepMs);
    if (next !== offset) {
      changes.push({ at: changeBetween(ask, at, at + stepMs), offset: next });
      offset = next;
    }
  }
  return { first, changes };
}

function asker(timeZone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (instant) => {
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(instant)) {
      parts[type] = Number(value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
  };
}
