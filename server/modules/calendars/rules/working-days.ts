import { dateOf, dayMs, dayNumber, type DayPlan } from './hours.ts';
import type { Zone } from './zone.ts';

/** By local dates, `YYYY-MM-DD`. A day on which something begins is a working day; one that its zone left out is none. */
export type WorkingDays = {
  isWorkingDay(date: string): boolean;
  /** A day off rolls on to the nearest working day in the direction of travel first. Null when there is none. */
  addWorkingDays(date: string, days: number): string | null;
  /** Working days after `from`, up to and with `to`; negative when `to` lies before. */
  workingDaysBetween(from: string, to: string): number;
};

const reachDays = 200 * 366;

export function workingDaysOf(plan: DayPlan, zone: Zone): WorkingDays {
  const works = (day: number): boolean => plan.spansOf(day).length > 0 && isThere(zone, day);
  return {
    isWorkingDay: (date) => works(dayNumber(date) ?? 0),
    addWorkingDays(date, days) {
      const day = dayNumber(date);
      if (day === null || days === 0) {
        return day === null ? null : date;
      }
      // Rolling to a working day first is one more day to find.
      const wanted = Math.abs(days) + (works(day) ? 0 : 1);
      return plan.empty ? null : walk(works, day, { wanted, step: Math.sign(days) });
    },
    workingDaysBetween(from, to) {
      const [a, b] = [dayNumber(from) ?? 0, dayNumber(to) ?? 0];
      let count = 0;
      for (let day = Math.min(a, b) + 1; day <= Math.max(a, b); day += 1) {
        count += works(day) ? 1 : 0;
      }
      return a <= b ? count : 0 - count;
    },
  };
}

/** Samoa had no 30 December 2011: its clocks went from the last minute of the 29th to the first of the 31st. */
export const isThere = (zone: Zone, day: number): boolean =>
  zone.stretchesOf(day * dayMs, (day + 1) * dayMs).length > 0;

function walk(
  works: (day: number) => boolean,
  from: number,
  { wanted, step }: { wanted: number; step: number },
): string | null {
  let left = wanted;
  for (let gone = 1; gone <= reachDays; gone += 1) {
    left -= works(from + gone * step) ? 1 : 0;
    if (left === 0) {
      return dateOf(from + gone * step);
    }
  }
  return null;
}
