import type { TFunction } from 'i18next';
import type { TicketClock } from '../../lib/api-types.ts';

const minuteMs = 60_000;

/** "2 h 15 min": the two largest parts; nothing more exact than a minute. */
export function sayLength(t: TFunction, ms: number): string {
  const minutes = Math.max(1, Math.round(Math.abs(ms) / minuteMs));
  const parts = [
    ['day', Math.floor(minutes / 1440)],
    ['hour', Math.floor((minutes % 1440) / 60)],
    ['minute', minutes % 60],
  ] as const;
  const from = parts.findIndex(([, count]) => count > 0);
  return parts
    .slice(from, from + 2)
    .filter(([, count]) => count > 0)
    .map(([unit, count]) => t(`tickets.clock.${unit}`, { count }))
    .join(' ');
}

/** Minutes of counted time: never in days, since a working day has no one length. */
export const sayHours = (t: TFunction, minutes: number): string =>
  [['hour', Math.floor(minutes / 60)] as const, ['minute', minutes % 60] as const]
    .filter(([unit, count]) => count > 0 || (unit === 'minute' && minutes === 0))
    .map(([unit, count]) => t(`tickets.clock.${unit}`, { count }))
    .join(' ');

export type ClockTone = 'calm' | 'soon' | 'late' | 'paused';

/** How a clock is shown; a breach may be seconds old and not yet told by the server. */
export function toneOf({ state, dueAt, warnAt }: TicketClock, now: number): ClockTone {
  if (state === 'paused' || dueAt === null) {
    return 'paused';
  }
  if (state === 'breached' || Date.parse(dueAt) <= now) {
    return 'late';
  }
  return warnAt !== null && Date.parse(warnAt) <= now ? 'soon' : 'calm';
}

export function clockWords(t: TFunction, clock: TicketClock, now: number): string {
  const tone = toneOf(clock, now);
  if (tone === 'paused' || clock.dueAt === null) {
    return t('tickets.clock.paused');
  }
  const length = sayLength(t, Date.parse(clock.dueAt) - now);
  const words = { calm: 'left', soon: 'soon', late: 'late' } as const;
  return t(`tickets.clock.${words[tone as keyof typeof words]}`, { left: length, late: length });
}
