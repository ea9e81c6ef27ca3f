import { describe, expect, it } from 'vitest';
import { dayTime, relativeTime, shortTime } from './time.ts';

const moscow = { locale: 'ru', timeZone: 'Europe/Moscow' };
const now = new Date('2026-11-21T12:00:00Z');

describe('time is told as a person would say it', () => {
  it('says the hour of the workspace, not of the browser', () => {
    expect(dayTime(moscow, new Date('2026-11-21T11:05:00Z'), now)).toBe('сегодня, 14:05');
  });
  it('calls it yesterday by the calendar of the workspace', () => {
    expect(dayTime(moscow, new Date('2026-11-20T20:59:00Z'), now)).toBe('вчера, 23:59');
    expect(dayTime(moscow, new Date('2026-11-20T21:00:00Z'), now)).toBe('сегодня, 00:00');
  });
  it('shows only the hour for today and the year for another year in a narrow column', () => {
    expect(shortTime(moscow, new Date('2026-11-21T06:00:00Z'), now)).toBe('09:00');
    expect(shortTime(moscow, new Date('2026-11-03T06:00:00Z'), now)).toBe('3 нояб.');
    expect(shortTime({ ...moscow, locale: 'en' }, new Date('2025-11-03T06:00:00Z'), now)).toBe(
      'Nov 3, 2025',
    );
  });
  it('counts in right Russian forms', () => {
    expect(relativeTime(moscow, new Date('2026-11-21T11:55:00Z'), now)).toBe('5 минут назад');
    expect(relativeTime(moscow, new Date('2026-11-21T14:00:01Z'), now)).toBe('через 2 часа');
    expect(relativeTime(moscow, new Date('2026-11-21T11:59:50Z'), now)).toBe('сейчас');
  });
});
