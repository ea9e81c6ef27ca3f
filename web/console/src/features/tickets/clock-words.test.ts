import { expect, test } from 'vitest';
import { toneOf } from './clock-words.ts';

const now = Date.parse('2026-11-22T09:00:00Z');
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
const clock = (parts: object) => ({
  target: 'resolution',
  state: 'running' as const,
  dueAt: at(60),
  warnAt: at(30),
  ...parts,
});

test('a clock is calm, then soon due, then late, though the server has not told it yet', () => {
  expect(toneOf(clock({}), now)).toBe('calm');
  expect(toneOf(clock({ warnAt: at(-1) }), now)).toBe('soon');
  expect(toneOf(clock({ dueAt: at(-1) }), now)).toBe('late');
  expect(toneOf(clock({ state: 'breached' }), now)).toBe('late');
});

test('a clock that waits is neither', () => {
  expect(toneOf(clock({ state: 'paused', dueAt: null }), now)).toBe('paused');
});
