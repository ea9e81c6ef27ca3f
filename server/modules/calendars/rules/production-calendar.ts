import type { CalendarHours, DayRule } from './hours.ts';
import { russianHolidays, russianYears, type ProductionYear } from './production-calendar.data.ts';

export type NamedRule = DayRule & { readonly name?: string };

/** The holiday's eve is an hour shorter (article 95 of the Labour Code). */
const shorterByMinutes = 60;

export const countries = ['ru'] as const;
export type Country = (typeof countries)[number];

/** The days of a country: its holidays every year, and what was decreed for the years that are known. */
export function productionDays(country: Country | null): {
  dates: Record<string, NamedRule>;
  yearly: Record<string, NamedRule>;
} {
  return country === null ? { dates: {}, yearly: {} } : ofRussia;
}

const ofRussia = {
  dates: Object.fromEntries(
    Object.entries(russianYears).flatMap(([year, days]) => [
      ...daysOf(year, days.off, { kind: 'off' }, days),
      ...daysOf(year, days.short, { kind: 'short', minutes: shorterByMinutes }, days),
      ...daysOf(year, days.working ?? '', { kind: 'working' }, days),
    ]),
  ),
  yearly: Object.fromEntries(
    Object.entries(russianHolidays).map(([day, name]) => [day, { kind: 'off' as const, name }]),
  ),
};

function daysOf(
  year: string,
  days: string,
  rule: DayRule,
  { source }: ProductionYear,
): [string, NamedRule][] {
  return days
    .split(' ')
    .filter(Boolean)
    .map((day) => [`${year}-${day}`, { ...rule, name: source }]);
}

export type OwnDays = Readonly<Record<string, NamedRule>>;

const isYearly = (key: string): boolean => key.length === 5;

/**
 * Own days over those of the country. An own day of every year is stronger than the country's decrees too: whoever says that the company
 * never works on a day means every year.
 */
export function effectiveHours(calendar: {
  readonly zone: string;
  readonly week: CalendarHours['week'];
  readonly country: Country | null;
  readonly days: OwnDays;
}): CalendarHours {
  const { dates, yearly } = productionDays(calendar.country);
  const own = Object.entries(calendar.days);
  const ownYearly = new Map(own.filter(([key]) => isYearly(key)));
  return {
    zone: calendar.zone,
    week: calendar.week,
    dates: Object.fromEntries([
      ...Object.entries(dates).filter(([date]) => !ownYearly.has(date.slice(5))),
      ...own.filter(([key]) => !isYearly(key)),
    ]),
    yearly: { ...yearly, ...Object.fromEntries(ownYearly) },
  };
}
