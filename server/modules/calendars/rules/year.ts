import { dateOf, dayMs, dayNumber, planDays, type CalendarHours, type DaySpan } from './hours.ts';
import {
  effectiveHours,
  productionDays,
  type Country,
  type OwnDays,
} from './production-calendar.ts';
import { isThere } from './working-days.ts';
import { compileWorkingTime } from './working-time.ts';
import { zoneNamed } from './zone.ts';

type Calendar = {
  readonly zone: string;
  readonly week: CalendarHours['week'];
  readonly country: Country | null;
  readonly days: OwnDays;
};

export type ShownDay = {
  readonly date: string;
  readonly spans: [string, string][];
  readonly source: 'week' | 'country' | 'own';
  readonly kind: 'ordinary' | 'off' | 'hours' | 'short' | 'working';
  readonly name: string | null;
};

const two = (n: number): string => String(n).padStart(2, '0');

/** `24:00` where a span ends with its day. */
const clock = (ms: number): string => {
  const minutes = Math.round((ms > dayMs ? ms - dayMs : ms) / 60_000);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};
const shown = ({ from, to }: DaySpan): [string, string] => [clock(from), clock(to)];

/** Every day of the year, or of its month (1–12), with the reason for what it is. */
export function daysOfYear(calendar: Calendar, year: number, month?: number) {
  const plan = planDays(effectiveHours(calendar));
  const zone = zoneNamed(calendar.zone);
  const first = Date.UTC(year, (month ?? 1) - 1, 1) / dayMs;
  const end = Date.UTC(year, month ?? 12, 1) / dayMs;
  const days: ShownDay[] = [];
  let workingMs = 0;
  for (let day = first; day < end; day += 1) {
    const spans = isThere(zone, day) ? plan.spansOf(day) : [];
    workingMs += spans.reduce((sum, { from, to }) => sum + to - from, 0);
    days.push({ date: dateOf(day), spans: spans.map(shown), ...reasonOf(calendar, dateOf(day)) });
  }
  return {
    days,
    workingDays: days.filter(({ spans }) => spans.length > 0).length,
    workingMinutes: Math.round(workingMs / 60_000),
  };
}

function reasonOf({ days, country }: Calendar, date: string) {
  const yearly = date.slice(5);
  const { dates, yearly: holidays } = productionDays(country);
  const own = days[date] ?? days[yearly];
  const rule = own ?? dates[date] ?? holidays[yearly];
  return {
    source: own ? ('own' as const) : rule ? ('country' as const) : ('week' as const),
    kind: rule?.kind ?? ('ordinary' as const),
    name: rule?.name ?? null,
  };
}

/** Whether anything will be open; a calendar without hours, or with none but past ones, would keep somebody waiting for ever. */
export function hasHours(calendar: Calendar, now: Date): boolean {
  return compileWorkingTime(effectiveHours(calendar)).advanceToOpen(now.getTime()) !== null;
}

export const years = { first: 1970, last: 2200 };

/** A date within those years, or a day of every year; in 2000 there was every day. */
export function isDay(key: string): boolean {
  const year = key.length === 5 ? 2000 : Number(key.slice(0, 4));
  const isNear = year >= years.first && year <= years.last;
  return isNear && dayNumber(key.length === 5 ? `2000-${key}` : key) !== null;
}
