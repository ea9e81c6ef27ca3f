import {
  compileWorkingTime,
  type CalendarHours,
  type WorkingTime,
} from '../../calendars/public.ts';
import { covers, substituteOf, type AbsenceSpan } from '../rules/substitutes.ts';
import type { AvailabilityState } from '../schema.ts';
import { compileDuty, type CompiledDuty, type DutyEntry, type DutySpan } from './compile-duty.ts';

export type AvailabilitySettings = {
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly active: boolean;
  }[];
  /** By user; whoever is not named works round the clock. */
  readonly schedules: ReadonlyMap<string, CalendarHours>;
  /** Who has said to be away, and until when. */
  readonly away: ReadonlyMap<string, Date | null>;
  /** Since when they have been; before it nobody knows, and they count as there. */
  readonly awaySince?: ReadonlyMap<string, Date>;
  readonly absences: readonly AbsenceSpan[];
  readonly duty: readonly DutyEntry[];
};

export type Availability = {
  readonly state: AvailabilityState;
  /** When this state ends as far as is known; null: nobody knows, or never. */
  readonly until: Date | null;
  /** Who has their work while they are absent; null: their team. */
  readonly substituteId: string | null;
  readonly onDuty: boolean;
};

export type CurrentAbsence = {
  readonly absence: AbsenceSpan;
  readonly substituteId: string | null;
};

/** Who is there at a moment. Pure: the same settings answer for any time. */
export type Availabilities = {
  /** Absent is stronger than away, away than the duty, the duty than hours off. */
  of(userId: string, at: Date): Availability;
  absenceOf(userId: string, at: Date): CurrentAbsence | null;
  /** Who has the duty of a team, in order: its own first, then the whole company's; those who are absent are left out. */
  dutyOf(teamId: string | null, at: Date): readonly string[];
  /** Every turn of the duty between two moments. */
  turnsWithin(from: Date, to: Date): readonly DutySpan[];
  nameOf(userId: string): string;
  /** Whoever works here; those who have left are nobody's substitute. */
  readonly userIds: readonly string[];
};

/** Compiled once per workspace and version. */
export function compileAvailability(settings: AvailabilitySettings): Availabilities {
  const names = new Map(settings.people.map(({ id, name }) => [id, name]));
  const absences = compileAbsences(settings);
  const duty = compileDuty(settings.duty);
  const present = compilePresence(settings, duty);
  return {
    of(userId, at) {
      const absent = absences.of(userId, at);
      if (absent) {
        return absent;
      }
      const here = present(userId, at);
      const leaves = settings.awaySince?.get(userId);
      const next = leaves && leaves > at ? leaves : null;
      return { ...here, until: earliest([here.until, next, absences.nextAfter(userId, at)]) };
    },
    absenceOf: absences.current,
    dutyOf: (teamId, at) =>
      duty.peopleOf(teamId, at).filter((userId) => absences.of(userId, at) === null),
    turnsWithin: duty.turnsWithin,
    nameOf: (userId) => names.get(userId) ?? '',
    userIds: settings.people.filter(({ active }) => active).map(({ id }) => id),
  };
}

function compileAbsences({ people, absences }: AvailabilitySettings) {
  const gone = new Set(people.filter(({ active }) => !active).map(({ id }) => id));
  const byUser = Map.groupBy(absences, ({ userId }) => userId);
  const ownAt = (userId: string, at: Date): AbsenceSpan | undefined =>
    byUser.get(userId)?.find((one) => covers(one, at));
  const current = (userId: string, at: Date): CurrentAbsence | null => {
    const absence = ownAt(userId, at);
    // Whoever has left is like somebody absent whom nobody replaces.
    const passesOn = (other: string) =>
      gone.has(other) ? { substituteId: null } : ownAt(other, at);
    return absence ? { absence, substituteId: substituteOf(absence, passesOn) } : null;
  };
  return {
    current,
    nextAfter: (userId: string, at: Date): Date | null =>
      earliest((byUser.get(userId) ?? []).map(({ from }) => (from > at ? from : null))),
    of(userId: string, at: Date): Availability | null {
      const now = current(userId, at);
      if (!now && !gone.has(userId)) {
        return null;
      }
      const until = now && endOf(now.absence, byUser.get(userId) ?? []);
      const substituteId = now?.substituteId ?? null;
      return { state: 'absent', until, substituteId, onDuty: false };
    },
  };
}

function compilePresence(
  { away, awaySince, schedules }: AvailabilitySettings,
  duty: CompiledDuty,
): (userId: string, at: Date) => Availability {
  const hoursOf = compileSchedules(schedules);
  const isAway = (userId: string, at: Date, back: Date | null): boolean =>
    (back === null || back > at) && (awaySince?.get(userId) ?? at) <= at;
  return (userId, at) => {
    const dutyEnds = duty.endFor(userId, at);
    const said = { substituteId: null, onDuty: dutyEnds !== undefined };
    const back = away.get(userId);
    if (back !== undefined && isAway(userId, at, back)) {
      return { ...said, state: 'away', until: back };
    }
    const hours = hoursOf.get(userId);
    if (!hours || hours.isOpen(at.getTime())) {
      return { ...said, state: 'available', until: dateOf(hours?.nextClose(at.getTime())) };
    }
    if (dutyEnds !== undefined) {
      return { ...said, state: 'available', until: dutyEnds };
    }
    const opens = dateOf(hours.nextOpen(at.getTime()));
    return { ...said, state: 'off_hours', until: earliest([opens, duty.nextFor(userId, at)]) };
  };
}

/** Absences that follow one another without a gap are one to whoever waits. */
function endOf(absence: AbsenceSpan, own: readonly AbsenceSpan[]): Date | null {
  const { to } = absence;
  const next = to && own.find((one) => covers(one, to));
  return next ? endOf(next, own) : to;
}

const dateOf = (at: number | null | undefined): Date | null =>
  at === null || at === undefined ? null : new Date(at);

const earliest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((a, b) => (a === null || (b !== null && b < a) ? b : a), null);

/** People of one calendar share what is compiled of it. */
function compileSchedules(
  schedules: AvailabilitySettings['schedules'],
): ReadonlyMap<string, WorkingTime> {
  const compiled = new Map<CalendarHours, WorkingTime>();
  const compiledOf = (hours: CalendarHours): WorkingTime => {
    const known = compiled.get(hours) ?? compileWorkingTime(hours);
    compiled.set(hours, known);
    return known;
  };
  return new Map([...schedules].map(([userId, hours]) => [userId, compiledOf(hours)]));
}
