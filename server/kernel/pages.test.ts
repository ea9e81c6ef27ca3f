import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { decodeCursor, encodeCursor, toPage } from './pages.ts';
import { commaList } from './query-list.ts';

const shape = z.tuple([z.string(), z.number()]);

test('a cursor brings back the place it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer(), (name, at) => {
      expect(decodeCursor(encodeCursor([name, at]), shape)).toEqual([name, at]);
      expect(encodeCursor([name, at])).toMatch(/^[\w-]+$/);
    }),
  );
});

test.each([
  '',
  'x',
  '%',
  'bnVsbA',
  encodeCursor(['a']),
  encodeCursor([1, 'a']),
  `${'A'.repeat(5000)}`,
])('what is no cursor of the list is refused by the name of its field: %s', (cursor) => {
  expect(() => decodeCursor(cursor, shape)).toThrow(
    expect.objectContaining({
      kind: 'invalid',
      details: { errors: [{ field: 'after', code: 'not_a_cursor' }] },
    }),
  );
});

test('there is a next page exactly when there is one more row than shown', () => {
  const page = (count: number) =>
    toPage(
      Array.from({ length: count }, (_, n) => n),
      3,
      { item: (n) => n * 10, cursor: (n) => [n] },
    );
  expect(page(0)).toEqual({ items: [], next: null });
  expect(page(3)).toEqual({ items: [0, 10, 20], next: null });
  expect(page(4)).toEqual({ items: [0, 10, 20], next: encodeCursor([2]) });
});

test('several values of a query are given with commas, by repeating the name, or both', () => {
  const list = commaList(z.enum(['a', 'b', 'c']), { max: 3 });
  expect(list.parse('a')).toEqual(['a']);
  expect(list.parse('a,b')).toEqual(['a', 'b']);
  expect(list.parse(['a', 'b,c'])).toEqual(['a', 'b', 'c']);
  for (const wrong of ['', ',', 'd', 'a,d', 'a,b,c,a', ['a', 7], {}]) {
    expect(list.safeParse(wrong).success).toBe(false);
  }
});
