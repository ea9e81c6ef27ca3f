import { describe, expect, it } from 'vitest';
import { hoursAndMinutes, readMinutes, readShares } from './time-words.ts';

describe('a time to promise', () => {
  it.each([
    ['4', 240],
    ['0,5', 30],
    ['1.5 ч', 90],
    ['4 ч', 240],
    ['30 мин', 30],
    ['1 ч 30 мин', 90],
    ['2h 15m', 135],
    ['8 hours', 480],
    ['1:30', 90],
    ['0:05', 5],
  ])('%s is %d minutes', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
  it.each(['', '0', '2 дня', 'скоро', '1:75', '9999999', '-3'])('«%s» is none', (text) => {
    expect(readMinutes(text)).toBeNull();
  });
  it('is said in hours and minutes, never in days', () => {
    expect(hoursAndMinutes(2 * 24 * 60 + 5)).toEqual({ hours: 48, minutes: 5 });
  });
});

describe('shares at which to warn', () => {
  it.each([
    ['80', [0.8]],
    ['80 %, 50%', [0.5, 0.8]],
    ['', []],
  ])('%s', (text, shares) => {
    expect(readShares(text)).toEqual(shares);
  });
  it.each(['100', 'half', '1 2 3 4 5 6'])('%s cannot be read', (text) => {
    expect(readShares(text)).toBeNull();
  });
});
