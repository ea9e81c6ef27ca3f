import { expect, test } from 'vitest';
import { readSpans, saySpans } from './spans.ts';

test('hours are read as people type them', () => {
  expect(readSpans('9-18')).toEqual([['09:00', '18:00']]);
  expect(readSpans('9:00 – 13.30, 14—24; 22-6')).toEqual([
    ['09:00', '13:30'],
    ['14:00', '24:00'],
    ['22:00', '06:00'],
  ]);
  expect(readSpans(' ')).toEqual([]);
});

test('what is no hours is not guessed at', () => {
  expect([readSpans('nine to five'), readSpans('9'), readSpans('9-25')]).toEqual([
    null,
    null,
    null,
  ]);
});

test('hours are said as they can be typed again', () => {
  expect(readSpans(saySpans([['09:00', '18:00']]))).toEqual([['09:00', '18:00']]);
});
