import { afterEach, expect, test, vi } from 'vitest';
import { linesOf, longestLine } from './lines.ts';
import { recogniseAgreement } from './recognise-agreement.ts';

const said = { at: new Date('2026-11-18T10:00:00+03:00'), timeZone: 'Europe/Moscow' };

afterEach(() => {
  vi.restoreAllMocks();
});

/** How many characters all expressions are given to read, and the most at once. */
function readingOf(text: string): { characters: number; most: number } {
  const exec = RegExp.prototype.exec;
  let characters = 0;
  let most = 0;
  vi.spyOn(RegExp.prototype, 'exec').mockImplementation(function read(this: RegExp, given: string) {
    characters += given.length;
    most = Math.max(most, given.length);
    return exec.call(this, given);
  });
  recogniseAgreement(text, said);
  vi.restoreAllMocks();
  return { characters, most };
}

const pieces: readonly (readonly [name: string, piece: string])[] = [
  ['prose', 'Обычное предложение про 15 разных вещей и 3 слова без обещаний. '],
  ['words without an end', 'абв '],
  ['one word', 'ал'],
  ['numbers', '12 '],
  ['stops', '1. '],
  ['days that are denied', 'завтра не звоните\n'],
  ['blanks', ' '],
  ['brackets', '<'],
];

test.each(pieces)('twice as much of %s is twice the reading, never more at once', (_, piece) => {
  const [half, whole] = [8_000, 16_000].map((length) =>
    readingOf(piece.repeat(length / piece.length)),
  );
  expect(whole?.characters).toBeLessThan((half?.characters ?? 0) * 2.3 + 5_000);
  expect(whole?.most).toBeLessThanOrEqual(longestLine);
});

test.each(pieces)('of 100 kB of %s no more is read than of the longest letter', (_, piece) => {
  const { characters, most } = readingOf(piece.repeat(100_000 / piece.length));
  expect(characters).toBeLessThan(20_000_000);
  expect(most).toBeLessThanOrEqual(longestLine);
});

test('a letter that a program has wrapped is read as it was written', () => {
  const text =
    'Добрый день! Спасибо за ответ, перезвоните мне, пожалуйста,\nво вторник после трёх, раньше я занят.';
  expect(recogniseAgreement(text, said)?.at.toISOString()).toBe('2026-11-24T12:00:00.000Z');
  expect(linesOf('коротко\nи ясно')).toEqual(['коротко', 'и ясно']);
});
