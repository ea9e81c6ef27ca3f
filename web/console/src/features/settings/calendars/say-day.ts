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
