/** Days and working hours of a company in its time zone. Times are instants; minutes are real minutes. */
export type WorkingTime = {
  /** The instant of a local time so many days before today. */
  at(daysAgo: number, minuteOfDay: number): Date;
  /** 1 Monday … 7 Sunday. */
  weekday(daysAgo: number): number;
  /** So many working minutes later; what begins outside of working hours begins with the next ones. */
  later(from: Date, minutes: number): Date;
  isWorking(at: Date): boolean;
};

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const opensAt = 9 * 60;
/** Saturdays end earlier, nobody works on Sundays. */
const closesAt = (weekday: number): number => [19, 19, 19, 19, 19, 15, 9][weekday - 1]! * 60;

type Local = { readonly day: number; readonly minute: number };

/** `today` is the local day of `now`. */
export function workingTimeOf(timeZone: string, now: Date): WorkingTime {
  const offsets = offsetsOf(timeZone);
  const local = (at: Date): Local => {
    const shifted = at.getTime() + offsets(at);
    const day = Math.floor(shifted / dayMs);
    return { day, minute: (shifted - day * dayMs) / minuteMs };
  };
  const instant = ({ day, minute }: Local): Date => {
    const wall = day * dayMs + minute * minuteMs;
    const guess = new Date(wall - offsets(new Date(wall)));
    // Once more, for the hours around a change of the clocks.
    return new Date(wall - offsets(guess));
  };
  const today = local(now).day;
  // 1970-01-01 was a Thursday.
  const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

  function later(from: Date, minutes: number): Date {
    let { day, minute } = local(from);
    let left = minutes;
    for (;;) {
      const begins = Math.max(minute, opensAt);
      const room = closesAt(weekdayOf(day)) - begins;
      if (room > left) {
        return instant({ day, minute: begins + left });
      }
      left -= Math.max(room, 0);
      day += 1;
      minute = 0;
    }
  }

  return {
    at: (daysAgo, minuteOfDay) => instant({ day: today - daysAgo, minute: minuteOfDay }),
    weekday: (daysAgo) => weekdayOf(today - daysAgo),
    later,
    isWorking(at) {
      const { day, minute } = local(at);
      return minute >= opensAt && minute < closesAt(weekdayOf(day));
    },
  };
}

/** How far the wall clock of a zone is ahead of UTC, ms; remembered by the hour, since asking is slow. */
function offsetsOf(timeZone: string): (at: Date) => number {
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
  const known = new Map<number, number>();
  return (at) => {
    const hour = Math.floor(at.getTime() / 3_600_000);
    const remembered = known.get(hour);
    if (remembered !== undefined) {
      return remembered;
    }
    const begin = hour * 3_600_000;
    const parts = Object.fromEntries(
      format.formatToParts(new Date(begin)).map(({ type, value }) => [type, Number(value)]),
    ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
    const { year, month, day, minute, second } = parts;
    const offset = Date.UTC(year, month - 1, day, parts.hour, minute, second) - begin;
    known.set(hour, offset);
    return offset;
  };
}
