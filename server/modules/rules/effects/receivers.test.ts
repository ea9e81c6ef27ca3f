import { expect, test } from 'vitest';
import { openReceivers } from './receivers.ts';

const slow = 'https://slow.test/hook';

test('a receiver that never answers is left alone after three calls, and asked by one call every half minute', () => {
  const receivers = openReceivers();
  for (const at of [0, 10_000, 20_000]) {
    expect(receivers.rests(slow, at)).toBe(false);
    receivers.waited(slow, at + 10_000);
  }
  expect(receivers.rests(slow, 31_000)).toBe(true);
  expect(receivers.rests('https://slow.test/another', 31_000)).toBe(false);
  expect(receivers.rests(slow, 59_999)).toBe(true);
  expect([60_000, 60_001].map((at) => receivers.rests(slow, at))).toEqual([false, true]);
  receivers.waited(slow, 70_000);
  expect(receivers.rests(slow, 99_999)).toBe(true);
  expect(receivers.rests(slow, 100_000)).toBe(false);
  receivers.answered(slow);
  expect([100_001, 100_002].map((at) => receivers.rests(slow, at))).toEqual([false, false]);
});

test('waits that are not in a row do not count', () => {
  const receivers = openReceivers();
  for (let at = 0; at < 10; at += 1) {
    receivers.waited(slow, at);
    receivers.waited(slow, at);
    receivers.answered(slow);
  }
  expect(receivers.rests(slow, 11)).toBe(false);
});
