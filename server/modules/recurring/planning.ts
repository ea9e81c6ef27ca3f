import type { Reader } from '../../kernel/database.ts';
import { compileWorkingTime, readWorkspaceCalendars, zoneNamed } from '../calendars/public.ts';
import { due, upcoming, type Occurrence, type Recurring } from './rules/occurrences.ts';
import { choose } from './rules/missed.ts';
import { parseRrule, type Repeat } from './rules/rrule.ts';
import type { RecurrenceRecord } from './recurrence-store.ts';

type Stored = Pick<
  RecurrenceRecord,
  'rrule' | 'from_date' | 'at_time' | 'zone' | 'calendar_id' | 'day_off'
>;

/** What was parsed when it was saved. */
export function repeatOf(rrule: string): Repeat {
  const repeat = parseRrule(rrule);
  if (!repeat) {
    throw new Error(`a stored rule that cannot be read: ${rrule}`);
  }
  return repeat;
}

/** A stored recurrence with the calendar that it goes by as of now. */
export async function recurringOf(
  db: Reader,
  workspaceId: string,
  row: Stored,
): Promise<Recurring> {
  const hours =
    row.calendar_id === null
      ? undefined
      : (await readWorkspaceCalendars(db, workspaceId)).hours.get(row.calendar_id);
  return {
    repeat: repeatOf(row.rrule),
    from: row.from_date,
    at: row.at_time,
    zone: zoneNamed(row.zone),
    days: hours ? compileWorkingTime(hours) : null,
    dayOff: row.day_off,
  };
}

type Planned = Pick<RecurrenceRecord, 'next_on' | 'next_at'>;
const nothing: Planned = { next_on: null, next_at: null };
const planned = (next: Occurrence | undefined): Planned =>
  next ? { next_on: next.on, next_at: next.at } : nothing;

/** What comes after now: whatever lay before it is over. */
export const planFrom = (recurring: Recurring, now: Date): Planned =>
  planned(upcoming(recurring, now, 1)[0]);

/** More than that were not waited for by anybody. */
const mostAtOnce = 400;

/** What to do now about a recurrence whose time has come, and when the next one is. */
export function dealWith(
  recurring: Recurring,
  { next_on: since, missed }: Pick<RecurrenceRecord, 'next_on' | 'missed'>,
  now: Date,
) {
  const waiting = due(recurring, { after: dayBefore(since ?? ''), now, most: mostAtOnce });
  const chosen = choose(waiting, missed, now);
  const last = (chosen.open ?? chosen.missed.at(-1))?.on ?? '';
  const still = waiting.find(({ on }) => on > last);
  return { ...chosen, plan: still ? planned(still) : planFrom(recurring, now) };
}

const dayMs = 86_400_000;

const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);
