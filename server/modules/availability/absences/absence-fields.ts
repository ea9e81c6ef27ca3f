import { z } from 'zod';
import { invalid } from '../../../kernel/errors.ts';
import { id, line, time } from '../../../kernel/text.ts';
import { dayMs, zoneNamed } from '../../calendars/public.ts';
import { AbsenceKind, HandsOver } from '../schema.ts';

/** A day stands for all of it, in the time zone of whoever is absent; the last day is a part of the absence. */
const moment = z.union([z.iso.date(), time()]);

export const absenceFields = {
  kind: AbsenceKind,
  from: moment,
  /** Null: until somebody says that it is over. */
  to: moment.nullable(),
  note: line({ max: 500 }),
  /** Null: by rule, i.e. the team's, where routing chooses. */
  substituteId: id().nullable(),
  handsOver: HandsOver,
  givesBack: z.boolean(),
};

export type AbsenceTime = {
  readonly starts_at: Date;
  readonly ends_at: Date | null;
  readonly first_day: string | null;
  readonly last_day: string | null;
};

type Asked = { readonly from: string | undefined; readonly to: string | null };
type Here = { readonly now: Date; readonly zone: string };

const longestMs = 2 * 366 * dayMs;
const longestBackMs = 31 * dayMs;
const isDay = (text: string): boolean => text.length === 10;

/** `from` left out: now. */
export function absenceTime({ from, to }: Asked, { now, zone }: Here): AbsenceTime {
  const startOf = (day: string, later = 0): Date =>
    new Date(zoneNamed(zone).instantOf(Date.parse(`${day}T00:00:00Z`) + later));
  const inDays = from !== undefined && isDay(from) && (to === null || isDay(to));
  const starts = from === undefined ? now : isDay(from) ? startOf(from) : new Date(from);
  const ends = to === null ? null : isDay(to) ? startOf(to, dayMs) : new Date(to);
  return {
    starts_at: starts,
    ends_at: ends,
    first_day: inDays ? from : null,
    last_day: inDays ? to : null,
  };
}

export function mustBeginInReach({ starts_at: starts }: AbsenceTime, now: Date): void {
  const ahead = starts.getTime() - now.getTime();
  if (ahead > longestMs || ahead < -longestBackMs) {
    throw invalid('from', ahead > 0 ? 'too_far' : 'past');
  }
}

export function mustEndInReach({ starts_at: starts, ends_at: ends }: AbsenceTime, now: Date): void {
  if (ends && ends <= starts) {
    throw invalid('to', 'before_start');
  }
  if (ends && ends <= now) {
    throw invalid('to', 'past');
  }
  if (ends && ends.getTime() - starts.getTime() > longestMs) {
    throw invalid('to', 'too_far');
  }
}
