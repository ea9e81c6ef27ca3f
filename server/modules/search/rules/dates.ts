/**
 * The beginning of the day, month or year that somebody means, in their time zone: 2026-11-01, 01.11.2026, 2026-11, 2026,
 * today, yesterday, 7d (seven days ago), 2w, 3m, and the same in Russian. Null when it is no date.
 */
export function dayMeant(
  text: string,
  { now, timeZone }: { now: Date; timeZone: string },
): Date | null {
  const day = civilDay(text.toLowerCase(), localDay(now, timeZone));
  return day && midnight(day, timeZone);
}

type Day = { readonly year: number; readonly month: number; readonly day: number };

function civilDay(text: string, today: Day): Day | null {
  if (text === 'today' || text === 'сегодня') {
    return today;
  }
  if (text === 'yesterday' || text === 'вчера') {
    return daysBack(today, 1);
  }
  const ago = /^(\d{1,4})([dwmyднмг])$/.exec(text);
  if (ago) {
    return longAgo(today, Number(ago[1]), ago[2] ?? '');
  }
  return written(text);
}

function written(text: string): Day | null {
  const iso = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(text);
  if (iso) {
    return real({ year: Number(iso[1]), month: Number(iso[2] ?? 1), day: Number(iso[3] ?? 1) });
  }
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return dotted
    ? real({ year: Number(dotted[3]), month: Number(dotted[2]), day: Number(dotted[1]) })
    : null;
}

/** 31.02 is no day. */
function real(day: Day): Day | null {
  const at = new Date(Date.UTC(day.year, day.month - 1, day.day));
  const same = at.getUTCMonth() === day.month - 1 && at.getUTCDate() === day.day;
  return same && day.year >= 1970 && day.year < 3000 ? day : null;
}

function longAgo(today: Day, count: number, unit: string): Day {
  const days = { d: 1, д: 1, w: 7, н: 7 }[unit];
  if (days !== undefined) {
    return daysBack(today, count * days);
  }
  const months = unit === 'y' || unit === 'г' ? count * 12 : count;
  return dayOf(new Date(Date.UTC(today.year, today.month - 1 - months, today.day)));
}

const daysBack = (from: Day, count: number): Day =>
  dayOf(new Date(Date.UTC(from.year, from.month - 1, from.day - count)));

const dayOf = (at: Date): Day => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
});

const localDay = (now: Date, timeZone: string): Day =>
  dayOf(new Date(now.getTime() + offsetMs(now, timeZone)));

function midnight({ year, month, day }: Day, timeZone: string): Date {
  const asUtc = Date.UTC(year, month - 1, day);
  const guess = new Date(asUtc - offsetMs(new Date(asUtc), timeZone));
  return new Date(asUtc - offsetMs(guess, timeZone));
}

/** How far the clocks of the zone are ahead of UTC at a moment, in milliseconds. */
function offsetMs(at: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(
    value('year'),
    value('month') - 1,
    value('day'),
    value('hour'),
    value('minute'),
    value('second'),
  );
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
