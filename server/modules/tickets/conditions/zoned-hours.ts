import type { ConditionHours } from './condition-tree.ts';

type Place = { readonly day: number; readonly minute: number };

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Day of the week (1 is Monday) and minute of the day in a time zone. */
export function placeReader(timeZone: string): (at: Date) => Place {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  let last: { time: number; place: Place } | null = null;
  return (at) => {
    const time = Math.floor(at.getTime() / 60_000);
    if (last?.time !== time) {
      const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
      const day = weekdays.indexOf(parts.get('weekday') ?? '') + 1;
      const minute = Number(parts.get('hour')) * 60 + Number(parts.get('minute'));
      last = { time, place: { day, minute } };
    }
    return last.place;
  };
}

const minutesOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Over midnight the days are those on which the hours begin. From and to the same: the whole day. */
export function hoursTest({ days, from, to }: ConditionHours): (place: Place) => boolean {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const begins = new Set(days);
  if (start < end) {
    return ({ day, minute }) => begins.has(day) && minute >= start && minute < end;
  }
  return ({ day, minute }) =>
    (begins.has(day) && minute >= start) || (begins.has(((day + 5) % 7) + 1) && minute < end);
}
