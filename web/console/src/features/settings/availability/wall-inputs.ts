import { momentAt, wallTime } from '../../../lib/zoned-time.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY-MM-DD` where the clocks of the zone stand. */
export function dayOf(at: Date, timeZone: string): string {
  const { year, month, day } = wallTime(at, timeZone);
  return `${year}-${two(month)}-${two(day)}`;
}

/** What `<input type="datetime-local">` holds: `YYYY-MM-DDTHH:MM` on the clocks of the zone. */
export function inputOf(moment: string | null, timeZone: string): string {
  if (moment === null) {
    return '';
  }
  const at = new Date(moment);
  const { hour, minute } = wallTime(at, timeZone);
  return `${dayOf(at, timeZone)}T${two(hour)}:${two(minute)}`;
}

/** The moment that was typed; null where nothing was, or only a part. */
export function momentIn(typed: string, timeZone: string): string | null {
  const [, year, month, day, hour = 0, minute = 0] =
    /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/.exec(typed) ?? [];
  if (year === undefined) {
    return null;
  }
  const wall = { year, month, day, hour, minute };
  const numbers = Object.fromEntries(
    Object.entries(wall).map(([name, value]) => [name, Number(value)]),
  ) as Record<keyof typeof wall, number>;
  return momentAt(numbers, timeZone).toISOString();
}

/** So many days later, by the calendar. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);

/** The Monday of its week. */
export const mondayOf = (day: string): string =>
  addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
