import ICAL from 'ical.js';
import { invalid } from '../../../kernel/errors.ts';
import { dateOf, dayNumber } from '../rules/hours.ts';
import type { NamedRule } from '../rules/production-calendar.ts';
import type { ReadDays } from './found-days.ts';

/** Recurring days that are no plain anniversary are written out for these years around now. */
const yearsBack = 1;
const yearsAhead = 10;
const maxTurns = 5_000;

/** iCalendar (RFC 5545): every event that lasts whole days is days off; a plain yearly one is so every year. */
export function readIcs(content: string, now: Date): ReadDays {
  const events = parse(content);
  const days: Record<string, NamedRule> = {};
  let passedOver = 0;
  for (const event of events) {
    const found = daysOf(event, now);
    passedOver += found.length > 0 ? 0 : 1;
    for (const day of found) {
      days[day] = { kind: 'off', name: event.summary ?? '' };
    }
  }
  return { days, passedOver };
}

function parse(content: string): ICAL.Event[] {
  try {
    const root = new ICAL.Component(
      ICAL.parse(content) as ConstructorParameters<typeof ICAL.Component>[0],
    );
    return root.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  } catch {
    throw invalid('content', 'not_calendar');
  }
}

function daysOf(event: ICAL.Event, now: Date): string[] {
  const start = event.startDate as ICAL.Time | null;
  if (!start?.isDate) {
    return [];
  }
  const length = Math.max(1, Math.min(lengthOf(event, start), 366));
  if (!event.isRecurring()) {
    return run(start.toString(), length);
  }
  return isAnniversary(event)
    ? run(start.toString(), length).map((day) => day.slice(5))
    : turns(event, now).flatMap((day) => run(day, length));
}

/** The end is the first day that is free again. */
function lengthOf(event: ICAL.Event, start: ICAL.Time): number {
  const [from, to] = [
    dayNumber(start.toString()),
    dayNumber(event.endDate.toString().slice(0, 10)),
  ];
  return from === null || to === null ? 1 : to - from;
}

function run(first: string, length: number): string[] {
  const day = dayNumber(first);
  return day === null ? [] : Array.from({ length }, (_, index) => dateOf(day + index));
}

/** The same date every year, without end: a rule of nothing but its frequency, or of just this day and month. */
function isAnniversary(event: ICAL.Event): boolean {
  const rules = event.component.getAllProperties('rrule');
  const rule = rules[0]?.getFirstValue() as ICAL.Recur | undefined;
  if (rules.length !== 1 || !rule || rule.freq !== 'YEARLY' || rule.interval !== 1) {
    return false;
  }
  const named = Object.keys(rule.parts).filter(
    (part) => part !== 'BYMONTH' && part !== 'BYMONTHDAY',
  );
  const except = event.component.getAllProperties('exdate').length;
  return !rule.isFinite() && named.length === 0 && except === 0;
}

function turns(event: ICAL.Event, now: Date): string[] {
  const [first, last] = [now.getUTCFullYear() - yearsBack, now.getUTCFullYear() + yearsAhead];
  const found: string[] = [];
  const iterator = event.iterator();
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const next = iterator.next() as ICAL.Time | undefined;
    if (!next || next.year > last) {
      break;
    }
    if (next.year >= first) {
      found.push(next.toString().slice(0, 10));
    }
  }
  return found;
}
