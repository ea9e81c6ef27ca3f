import type { UiLocale } from './locale.tsx';

const formatters = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();

// Making a formatter costs 50 µs and more; a list of 10,000 rows makes each once.
function dates(at: UiLocale, name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${at.locale}|${at.timeZone}|${name}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(at.locale, { ...options, timeZone: at.timeZone });
    formatters.set(key, made);
  }
  return made;
}

function relative(locale: string) {
  let made = relatives.get(locale);
  if (!made) {
    made = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    relatives.set(locale, made);
  }
  return made;
}

function dayNumber(at: UiLocale, time: Date): number {
  const parts = dates({ ...at, locale: 'en-CA' }, 'iso', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(time);
  return Math.round(Date.parse(`${parts}T00:00:00Z`) / 86_400_000);
}

const clock = (at: UiLocale, time: Date) =>
  dates(at, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(time);

const sameYear = (at: UiLocale, a: Date, b: Date) => {
  const year = dates(at, 'year', { year: 'numeric' });
  return year.format(a) === year.format(b);
};

function day(at: UiLocale, time: Date, now: Date) {
  return sameYear(at, time, now)
    ? dates(at, 'day', { day: 'numeric', month: 'short' }).format(time)
    : dates(at, 'date', { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}

/** For a narrow column: "14:05" today, "вчера", "3 нояб.", "3 нояб. 2024 г." */
export function shortTime(at: UiLocale, time: Date, now: Date): string {
  const apart = dayNumber(at, time) - dayNumber(at, now);
  if (apart === 0) {
    return clock(at, time);
  }
  return apart === -1 ? relative(at.locale).format(-1, 'day') : day(at, time, now);
}

/** For the timeline: "сегодня, 14:05", "вчера, 9:12", "3 нояб., 14:05". */
export function dayTime(at: UiLocale, time: Date, now: Date): string {
  const apart = dayNumber(at, time) - dayNumber(at, now);
  const word = Math.abs(apart) <= 1 ? relative(at.locale).format(apart, 'day') : day(at, time, now);
  return `${word}, ${clock(at, time)}`;
}

/** A date without an hour, wherever it is read: "5 мая". */
export const wholeDay = (at: UiLocale, date: string): string =>
  day({ ...at, timeZone: 'UTC' }, new Date(date), new Date());

/** For a tooltip, nothing left out: "21 ноября 2026 г. в 14:05:09 GMT+3". */
export function fullTime(at: UiLocale, time: Date): string {
  return dates(at, 'full', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(time);
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago or until: "5 минут назад", "через 2 часа"; under a minute: "сейчас". */
export function relativeTime(at: UiLocale, time: Date, now: Date): string {
  const seconds = Math.round((time.getTime() - now.getTime()) / 1000);
  const fit = units.find(([, size]) => Math.abs(seconds) >= size);
  return fit
    ? relative(at.locale).format(Math.trunc(seconds / fit[1]), fit[0])
    : relative(at.locale).format(0, 'second');
}
