import { ownDayName, ownDayRule, ruleWords } from '../reading/own-day.ts';
import {
  dateOf,
  dayMs,
  dayNumber,
  planDays,
  type CalendarHours,
  type DaySpan,
} from '../rules/hours.ts';
import { effectiveHours, type NamedRule } from '../rules/production-calendar.ts';
import { contentLine, escaped } from './content-line.ts';
import { dayWords } from './day-words.data.ts';

type Asked = {
  readonly id: string;
  readonly name: string;
  readonly calendar: Parameters<typeof effectiveHours>[0];
};
type Situation = { readonly now: Date; readonly locale: 'ru' | 'en' };

/**
 * The days that are not as every week, those of the country too, as iCalendar (RFC 5545). Other programs see days off as whole days, and
 * short and moved ones as hours of the clock on the wall; read again here they are what they were.
 */
export function writeDays({ id, name, calendar }: Asked, { now, locale }: Situation): string {
  const hours = effectiveHours(calendar);
  const spansOf = spansBy(hours);
  const listed = [...Object.entries(hours.dates ?? {}), ...Object.entries(hours.yearly ?? {})];
  const stamp = `${compact(now.toISOString().slice(0, 19))}Z`;
  const events = listed
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rule]) => {
      const date = key.length === 5 ? firstOf(key, now) : key;
      const spans = spansOf(date);
      return eventOf({ key, date, rule, spans, uid: `${key}.${id}@otklik`, stamp, locale });
    });
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Otklik//Working time//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    contentLine('METHOD', 'PUBLISH'),
    contentLine('NAME', escaped(name)),
    contentLine('X-WR-CALNAME', escaped(name)),
    contentLine('X-WR-TIMEZONE', escaped(calendar.zone)),
    ...events,
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

const compact = (text: string): string => text.replaceAll(/[-:]/g, '');

const spansBy = (hours: CalendarHours) => {
  const plan = planDays(hours);
  return (date: string) => plan.spansOf(dayNumber(date) ?? 0);
};

/** What comes every year begins last year, the 29th of February in the last year that had one. */
function firstOf(key: string, now: Date): string {
  let year = now.getUTCFullYear() - 1;
  while (dayNumber(`${year}-${key}`) === null) {
    year -= 1;
  }
  return `${year}-${key}`;
}

type Event = {
  readonly key: string;
  readonly date: string;
  readonly rule: NamedRule;
  readonly spans: readonly DaySpan[];
  readonly uid: string;
  readonly stamp: string;
  readonly locale: 'ru' | 'en';
};

function eventOf({ key, date, rule, spans, uid, stamp, locale }: Event): string {
  const word = dayWords[locale][rule.kind];
  const summary =
    rule.kind === 'off' ? rule.name || word : [word, rule.name].filter(Boolean).join(': ');
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', uid),
    contentLine('DTSTAMP', stamp),
    ...timesOf(date, spans),
    ...(key.length === 5 ? [contentLine('RRULE', 'FREQ=YEARLY')] : []),
    contentLine('SUMMARY', escaped(summary)),
    ...(spans.length === 0 ? [contentLine('CATEGORIES', 'HOLIDAY')] : []),
    contentLine('TRANSP', 'TRANSPARENT'),
    contentLine(ownDayRule, ruleWords(rule)),
    contentLine(ownDayName, escaped(rule.name ?? '')),
    contentLine('END', 'VEVENT'),
  ].join('');
}

/** Times without a zone are those of whoever reads them: nine in the morning stays nine. */
function timesOf(date: string, spans: readonly DaySpan[]): string[] {
  const day = (dayNumber(date) ?? 0) * dayMs;
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) {
    const next = dateOf(day / dayMs + 1);
    return [
      contentLine('DTSTART;VALUE=DATE', compact(date)),
      contentLine('DTEND;VALUE=DATE', compact(next)),
    ];
  }
  const time = (ms: number) => compact(new Date(day + ms).toISOString().slice(0, 19));
  return [contentLine('DTSTART', time(first.from)), contentLine('DTEND', time(last.to))];
}
