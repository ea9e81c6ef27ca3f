import { expect, test } from 'vitest';
import { readSpans, saySpans } from './spans.ts';
import { textOfFile } from './text-of-file.ts';

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

test('a calendar file is read in whatever it was written', async () => {
  const xml = (name: string) => `<?xml version="1.0" encoding="${name}"?><a title="`;
  const utf8 = new Blob([`${xml('utf-8')}День"/>`]);
  expect(await textOfFile(utf8)).toContain('День');
  const cyrillic = new Uint8Array([0xc4, 0xe5, 0xed, 0xfc]);
  expect(await textOfFile(new Blob([xml('windows-1251'), cyrillic]))).toContain('День');
  expect(await textOfFile(new Blob([xml('nonsense'), cyrillic]))).toContain('День');
  expect(await textOfFile(new Blob([new Uint8Array([0xff, 0xfe, 0x14, 0x04])]))).toBe('Д');
});
