import { RRuleTemporal } from 'rrule-temporal';
import { dateOf, dayNumber } from '../rules/hours.ts';

/** RRULE of whole days (RFC 5545 §3.3.10); hours, and parts that nobody has defined, are none of it. */
export type DayRecurrence = ReadonlyMap<string, string>;

const known = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYSETPOS BYMONTH BYMONTHDAY BYDAY BYYEARDAY BYWEEKNO'.split(' '),
);
const periodDays: Readonly<Record<string, number>> = {
  DAILY: 1,
  WEEKLY: 7,
  MONTHLY: 30,
  YEARLY: 365,
};
const ofMidnight = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND']);

/** Null where it cannot be understood: days that are guessed would be worse than none. */
export function readRecurrence(text: string): DayRecurrence | null {
  const parts = text
    .split(';')
    .filter(Boolean)
    .map((part) => part.toUpperCase().split('=') as [string, string])
    .filter(([name, value]) => !(ofMidnight.has(name) && Number(value) === 0));
  const rule = new Map(parts);
  const isWhole = parts.every(([name, value]) => known.has(name) && value);
  return isWhole && (rule.get('FREQ') ?? '') in periodDays ? rule : null;
}

/** The same date every year, without end: nothing but its frequency, or just this day of this month. */
export function isAnniversary(rule: DayRecurrence, start: string): boolean {
  const [, month, day] = start.split('-').map(Number);
  const rest = new Map(rule);
  rest.delete('FREQ');
  rest.delete('WKST');
  const names = [...rest.keys()].toSorted().join(' ');
  return (
    rule.get('FREQ') === 'YEARLY' &&
    Number(rule.get('INTERVAL') ?? 1) === 1 &&
    /^(BYMONTH( BYMONTHDAY)?)?( ?INTERVAL)?$/.test(names) &&
    Number(rule.get('BYMONTH') ?? month) === month &&
    Number(rule.get('BYMONTHDAY') ?? day) === day
  );
}

export type Window = { readonly first: string; readonly last: string };

/** How many turns have to be looked at: what a hostile file would make endless. */
export function costOf(rule: DayRecurrence, start: string, { last }: Window): number {
  const days = (dayNumber(last) ?? 0) - (dayNumber(start) ?? 0);
  return Math.max(1, Math.ceil(days / (periodDays[rule.get('FREQ') ?? ''] ?? 1)));
}

const mostTurns = 60_000;

/** The days on which it comes; none when the rule contradicts itself, or never comes. */
export function turnsWithin(rule: DayRecurrence, start: string, { first, last }: Window): string[] {
  const line = [...rule]
    .map(([name, value]) => `${name}=${name === 'UNTIL' ? `${value.slice(0, 8)}T000000Z` : value}`)
    .join(';');
  try {
    return new RRuleTemporal({
      maxIterations: mostTurns,
      maxCandidateEvaluations: mostTurns * 10,
      rruleString: `DTSTART:${start.replaceAll('-', '')}T000000Z\nRRULE:${line}`,
    })
      .between(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`), true)
      .map((at) => at.toString().slice(0, 10));
  } catch {
    return [];
  }
}

/** Length days from the first. */
export function run(first: string, length: number): string[] {
  const day = dayNumber(first);
  return day === null ? [] : Array.from({ length }, (_, index) => dateOf(day + index));
}
