import type { TFunction } from 'i18next';
import type { CalendarDay } from '../../../lib/settings-types.ts';
import { saySpans } from './spans.ts';

/** "9 May, Saturday: day off, День Победы". */
export function sayDay({ date, spans, kind, name }: CalendarDay, locale: string, t: TFunction) {
  const said = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(date));
  const hours = spans.length > 0 ? saySpans(spans) : t('settings.calendars.closed');
  const short = kind === 'short' ? t('settings.calendars.legend.short').toLowerCase() : null;
  return [`${said}: ${hours}`, short, name || null].filter(Boolean).join(', ');
}

/** "9 May 2027", and of every year "9 May, every year". */
export function sayDate(day: string, locale: string, t: TFunction): string {
  const isYearly = day.length === 5;
  const said = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(!isYearly && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(isYearly ? `2000-${day}` : day));
  return isYearly ? `${said}, ${t('settings.calendars.everyYearShort')}` : said;
}
