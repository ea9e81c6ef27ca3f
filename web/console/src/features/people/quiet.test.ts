import { expect, test } from 'vitest';
import { isQuietAt, timeThere } from './quiet.ts';

test.each([
  ['23:00', true],
  ['22:00', true],
  ['07:59', true],
  ['08:00', false],
  ['12:00', false],
])('at %s of a night from 22:00 to 08:00 somebody is undisturbed: %s', (time, quiet) =>
  expect(isQuietAt(time, { from: '22:00', to: '08:00' })).toBe(quiet),
);

test.each([
  ['13:00', true],
  ['14:00', false],
  ['12:59', false],
])('at %s of a lunch from 13:00 to 14:00: %s', (time, quiet) =>
  expect(isQuietAt(time, { from: '13:00', to: '14:00' })).toBe(quiet),
);

test('nobody asked for quiet', () => expect(isQuietAt('03:00', null)).toBe(false));

test('the clock is that of the place of the person', () => {
  const noon = new Date('2026-01-15T12:00:00Z');
  expect([timeThere(noon, 'Asia/Omsk'), timeThere(noon, 'America/New_York')]).toEqual([
    '18:00',
    '07:00',
  ]);
});
