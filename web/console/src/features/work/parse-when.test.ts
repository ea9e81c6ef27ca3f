import { describe, expect, test } from 'vitest';
import { parseWhen } from './parse-when.ts';

// A Sunday, noon in Moscow.
const clock = { now: new Date('2026-11-22T09:00:00Z'), timeZone: 'Europe/Moscow' };
const said = (text: string) => {
  const when = parseWhen(text, clock);
  return when instanceof Date ? when.toISOString().slice(0, 16) : when;
};

describe('a time as people say it', () => {
  test.each([
    ['завтра 9:00', '2026-11-23T06:00'],
    ['2h', '2026-11-22T11:00'],
    ['Mon 14:00', '2026-11-23T11:00'],
    ['завтра', '2026-11-23T06:00'],
    ['Завтра в 18', '2026-11-23T15:00'],
    ['послезавтра утром', '2026-11-24T06:00'],
    ['сегодня вечером', '2026-11-22T15:00'],
    ['tomorrow 3pm', '2026-11-23T12:00'],
    ['tomorrow at 3:30 pm', '2026-11-23T12:30'],
    ['in 2 hours', '2026-11-22T11:00'],
    ['через 2 часа', '2026-11-22T11:00'],
    ['через полчаса', '2026-11-22T09:30'],
    ['15 мин', '2026-11-22T09:15'],
    ['1.5h', '2026-11-22T10:30'],
    ['час', '2026-11-22T10:00'],
    ['3 дня', '2026-11-25T06:00'],
    ['3d 14:00', '2026-11-25T11:00'],
    ['через неделю', '2026-11-29T06:00'],
    ['next week', '2026-11-29T06:00'],
    ['пн', '2026-11-23T06:00'],
    ['в пятницу в 10:30', '2026-11-27T07:30'],
    ['вторник', '2026-11-24T06:00'],
    ['вт 16', '2026-11-24T13:00'],
    ['воскресенье', '2026-11-29T06:00'],
    ['sunday 8:00', '2026-11-29T05:00'],
    ['25.12', '2026-12-25T06:00'],
    ['25.12.2027 10:00', '2027-12-25T07:00'],
    ['1 февраля', '2027-02-01T06:00'],
    ['1 мая 12:00', '2027-05-01T09:00'],
    ['Dec 25 noon', '2026-12-25T09:00'],
    ['2026-12-01 08:15', '2026-12-01T05:15'],
    ['18:00', '2026-11-22T15:00'],
    ['8:00', '2026-11-23T05:00'],
    ['ответ', 'answer'],
    ['до ответа клиента', 'answer'],
    ['until reply', 'answer'],
  ])('“%s” is understood', (text, at) => {
    expect(said(text)).toBe(at);
  });

  test.each([
    '',
    '   ',
    'когда-нибудь',
    'сегодня 9:00',
    '2020-01-01',
    '25:00',
    '99.99',
    'завтра ля',
  ])('“%s” is not guessed at', (text) => {
    expect(said(text)).toBeNull();
  });

  test('an hour that is left out in spring is the one after it', () => {
    const spring = { now: new Date('2027-03-27T12:00:00Z'), timeZone: 'Europe/Berlin' };
    const when = parseWhen('tomorrow 2:30', spring) as Date;
    expect(when.toISOString()).toMatch(/2027-03-28T0[01]:30/);
  });
});
