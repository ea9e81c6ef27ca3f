import { invalid } from '../../../kernel/errors.ts';
import { dayMs, dayNumber } from '../rules/hours.ts';
import type { NamedRule } from '../rules/production-calendar.ts';
import { readComponents, textOf, valueOf, valuesOf, type Component } from './content-lines.ts';
import {
  costOf,
  isAnniversary,
  readRecurrence,
  run,
  turnsWithin,
  type DayRecurrence,
  type Window,
} from './day-rule.ts';
import type { ReadDays } from './found-days.ts';
import { ownDayOf } from './own-day.ts';

/** Recurring days that are no plain anniversary are written out for these years around now. */
const yearsBack = 1;
const yearsAhead = 10;
const mostFound = 20_000;
const mostTurns = 12_000;
const longestDays = 366;

type Reading = {
  readonly window: Window;
  /** Turns of a series that another event has taken the place of, by UID. */
  readonly replaced: ReadonlyMap<string, readonly string[]>;
  readonly spent: { days: number; turns: number };
};

/**
 * iCalendar (RFC 5545): every event that lasts whole days is days off, one from midnight to midnight too; a plain yearly one is so every
 * year. What is cancelled is not.
 */
export function readIcs(content: string, now: Date): ReadDays {
  const events = eventsIn(content);
  const reading: Reading = {
    window: {
      first: `${now.getUTCFullYear() - yearsBack}-01-01`,
      last: `${now.getUTCFullYear() + yearsAhead}-12-31`,
    },
    replaced: replacedTurns(events),
    spent: { days: 0, turns: 0 },
  };
  const days: Record<string, NamedRule> = {};
  let passedOver = 0;
  for (const event of events) {
    const own = ownDayOf(event);
    const found = own ? dayOf(event, reading) : daysOf(event, reading);
    passedOver += found.length > 0 ? 0 : 1;
    for (const day of found) {
      days[day] = own ?? { kind: 'off', name: textOf(event, 'SUMMARY') };
    }
  }
  return { days, passedOver };
}

function eventsIn(content: string): readonly Component[] {
  const calendars = readComponents(content);
  if (!calendars) {
    throw invalid('content', 'not_calendar');
  }
  return calendars
    .filter((calendar) => valueOf(calendar, 'METHOD')?.toUpperCase() !== 'CANCEL')
    .flatMap(({ parts }) => parts.filter(({ kind }) => kind === 'VEVENT'));
}

function replacedTurns(events: readonly Component[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const event of events) {
    const turn = dateIn(valueOf(event, 'RECURRENCE-ID'));
    if (turn !== null) {
      const uid = valueOf(event, 'UID') ?? '';
      found.set(uid, [...(found.get(uid) ?? []), turn]);
    }
  }
  return found;
}

/** `20261230` and `20261230T000000` alike. */
function dateIn(value: string | undefined): string | null {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)(?:T\d{6}Z?)?$/.exec(value ?? '') ?? [];
  const date = `${year}-${month}-${day}`;
  return dayNumber(date) === null ? null : date;
}

const isCancelled = (event: Component): boolean =>
  valueOf(event, 'STATUS')?.toUpperCase() === 'CANCELLED';

/** The one day, or the day of every year, that is said in our own words: its hours do not matter. */
function dayOf(event: Component, reading: Reading): string[] {
  const start = dateIn(valueOf(event, 'DTSTART'));
  if (start === null || isCancelled(event)) {
    return [];
  }
  return [isYearly(event, start, reading) ? start.slice(5) : start];
}

function daysOf(event: Component, reading: Reading): string[] {
  const start = dateIn(valueOf(event, 'DTSTART'));
  const length = start === null ? 0 : lengthOf(event, start);
  const isUnclear = valueOf(event, 'EXRULE') !== undefined;
  if (start === null || length < 1 || isUnclear || isCancelled(event)) {
    return [];
  }
  const days = beginnings(event, start, reading).flatMap((day) =>
    run(day, length).map((one) => (isYearly(event, start, reading) ? one.slice(5) : one)),
  );
  reading.spent.days += days.length;
  if (reading.spent.days > mostFound) {
    throw invalid('content', 'too_many');
  }
  return days;
}

/** Whole days; 0: it is about hours. */
function lengthOf(event: Component, start: string): number {
  const [from = '', to = ''] = ['DTSTART', 'DTEND'].map((name) => valueOf(event, name));
  const days = (lastingOf(event, start) ?? 0) / dayMs;
  if (from.includes('T')) {
    const isWhole = isMidnight(from) && (to === '' || isMidnight(to)) && Number.isInteger(days);
    return isWhole ? Math.min(longestDays, days) : 0;
  }
  return Math.min(longestDays, Math.max(1, Math.ceil(days)));
}

/** The end is the first day that is free again. */
function lastingOf(event: Component, start: string): number | null {
  const end = dateIn(valueOf(event, 'DTEND'));
  return end === null
    ? durationIn(valueOf(event, 'DURATION'))
    : ((dayNumber(end) ?? 0) - (dayNumber(start) ?? 0)) * dayMs;
}

/** On a clock on the wall, whichever; midnight of Greenwich is an hour like any other. */
const isMidnight = (value: string): boolean => value.endsWith('T000000');

/** `P3D`, `P1W`, `PT24H` in milliseconds (§3.3.6). */
function durationIn(value: string | undefined): number | null {
  const found = /^\+?P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    value ?? '',
  );
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = (found ?? [])
    .slice(1)
    .map((part) => Number(part ?? 0));
  return found && (weeks * 7 + days) * dayMs + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const listed = (event: Component, name: string): string[] =>
  valuesOf(event, name).flatMap((value) =>
    value
      .split(',')
      .map((one) => dateIn(one.split('/')[0]))
      .filter((date) => date !== null),
  );

const exceptOf = (event: Component, { replaced }: Reading): Set<string> =>
  new Set([
    ...listed(event, 'EXDATE'),
    ...(valueOf(event, 'RECURRENCE-ID') === undefined
      ? (replaced.get(valueOf(event, 'UID') ?? '') ?? [])
      : []),
  ]);

function isYearly(event: Component, start: string, reading: Reading): boolean {
  const rules = valuesOf(event, 'RRULE');
  const rule = readRecurrence(rules[0] ?? '');
  const hasOthers = listed(event, 'RDATE').length + exceptOf(event, reading).size > 0;
  return rules.length === 1 && rule !== null && !hasOthers && isAnniversary(rule, start);
}

/** The days on which it begins; none where one of its rules cannot be understood. */
function beginnings(event: Component, start: string, reading: Reading): string[] {
  const rules = valuesOf(event, 'RRULE').map(readRecurrence);
  if (isYearly(event, start, reading)) {
    return [start];
  }
  if (!rules.every((rule) => rule !== null)) {
    return [];
  }
  const except = exceptOf(event, reading);
  const dates = [
    ...(rules.length > 0 ? [] : [start]),
    ...rules.flatMap((rule) => turnsOf(rule, start, reading)),
    ...listed(event, 'RDATE'),
  ];
  return dates.filter((date) => !except.has(date));
}

function turnsOf(rule: DayRecurrence, start: string, { window, spent }: Reading): string[] {
  spent.turns += costOf(rule, start, window);
  if (spent.turns > mostTurns) {
    throw invalid('content', 'too_many');
  }
  return turnsWithin(rule, start, window);
}
