import { expect, test } from 'vitest';
import { parseMinutes, runningFor } from './durations.ts';

test.each([
  ['25', 25],
  ['1:30', 90],
  ['2ч 15м', 135],
  ['2h15m', 135],
  ['1.5h', 90],
  ['1,5 часа', 90],
  ['90 мин.', 90],
  ['0', null],
  ['', null],
  ['час назад', null],
  ['1:75', null],
  ['5 дней', null],
])('“%s” spent is %s minutes', (text, minutes) => {
  expect(parseMinutes(text)).toBe(minutes);
});

test('a running timer shows hours only when there are some', () => {
  const from = '2026-11-22T09:00:00Z';
  const after = (seconds: number) => runningFor(from, Date.parse(from) + seconds * 1000);
  expect([after(-5), after(9), after(309), after(3909)]).toEqual([
    '0:00',
    '0:09',
    '5:09',
    '1:05:09',
  ]);
});
