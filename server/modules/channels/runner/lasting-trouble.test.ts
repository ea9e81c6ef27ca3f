import { expect, test } from 'vitest';
import { lastingTrouble } from './lasting-trouble.ts';

test('a mailbox out of reach is told of after three minutes, once, and once more in the next trouble', () => {
  const trouble = lastingTrouble();
  const at = (seconds: number, kind: 'waiting' | 'connecting' | 'live') =>
    trouble.lastsWith(kind, seconds * 1_000);
  expect(at(0, 'waiting')).toBe(false);
  expect(at(10, 'live')).toBe(false);
  // The first one is over.
  expect(at(100, 'waiting')).toBe(false);
  expect(at(270, 'connecting')).toBe(false);
  expect(at(279, 'waiting')).toBe(false);
  expect(at(281, 'connecting')).toBe(false);
  expect(at(282, 'waiting')).toBe(true);
  expect(at(900, 'waiting')).toBe(false);
  expect(at(901, 'live')).toBe(false);
  expect(at(902, 'waiting')).toBe(false);
  expect(at(1_082, 'waiting')).toBe(true);
});
