import type { TFunction } from 'i18next';
import type { UiLocale } from '../../../../ui/locale.tsx';
import { dayTime, shortTime, wholeDay } from '../../../../ui/time.ts';
import type { UserAvailability } from './types.ts';

type Timed = Pick<UserAvailability, 'until' | 'lastDay'>;

/** "5 May" of a whole day, "18:00" of today, "tomorrow, 9:00"; null where nobody knows. */
export function sayUntil({ until, lastDay }: Timed, at: UiLocale, now = new Date()): string | null {
  if (lastDay) {
    return wholeDay(at, lastDay);
  }
  if (!until) {
    return null;
  }
  const time = new Date(until);
  const short = shortTime(at, time, now);
  return /^\d+:\d+$/.test(short) ? short : dayTime(at, time, now);
}

/** The state in words; until when matters of whoever is not there. */
export function sayState(
  t: TFunction,
  { state, until, lastDay }: UserAvailability,
  at: UiLocale,
): string {
  const said = t(`availability.state.${state}`);
  const end = state === 'available' ? null : sayUntil({ until, lastDay }, at);
  return end ? t('availability.until', { state: said, until: end }) : said;
}
