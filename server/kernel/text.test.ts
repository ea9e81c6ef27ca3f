import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emailAddress, id, line, storable, text } from './text.ts';

const codesOf = (
  type: {
    safeParse(value: unknown): {
      error?: { issues: { message: string; code: string }[] } | undefined;
    };
  },
  value: unknown,
) =>
  type
    .safeParse(value)
    .error?.issues.map(({ message, code }) => (code === 'custom' ? message : code)) ?? [];

describe('text', () => {
  test('comes back as it was sent, however odd', () => {
    const odd = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(odd, (value) => {
        expect(text({ max: 20_000 }).parse(value)).toBe(value);
      }),
    );
  });

  test.each(['\0', 'a\0', '\ud800', 'a\udfff', '\udc00\ud800'])('like %j is refused', (value) => {
    expect(codesOf(text({ max: 10 }), value)).toEqual(['not_text']);
  });

  test('is counted in characters, as the database counts them, and bounded at both ends', () => {
    expect(codesOf(text({ min: 2, max: 4 }), '😀😀😀😀😀')).toEqual(['too_big']);
    expect(codesOf(text({ min: 2, max: 4 }), 'a')).toEqual(['too_small']);
    expect(codesOf(text({ min: 2, max: 4 }), '😀😀😀😀')).toEqual([]);
  });
});

describe('a line', () => {
  test.each([
    ['  Printer  ', 'Printer'],
    ['a\r\nb\tc', 'a b c'],
  ])('%j becomes %j', (given, kept) => expect(line({ max: 100 }).parse(given)).toBe(kept));

  test('of nothing but space is too short', () => {
    expect(codesOf(line({ min: 1, max: 10 }), ' \r\n ')).toEqual(['too_small']);
  });
});

describe('an e-mail address', () => {
  test.each(['a@b', 'Анна@почта.рф', "o'neil+tag@x.co.uk", ' a@b.test '])('%j is one', (value) => {
    expect(emailAddress().parse(value)).toBe(value.trim());
  });

  test.each([
    '',
    'a',
    '@b',
    'a@',
    'a@b@c',
    'a b@c',
    'a@b,c@d',
    '<a@b>',
    `${'a'.repeat(250)}@b.test`,
    'a\0@b',
  ])('%j is none', (value) => expect(codesOf(emailAddress(), value)).not.toEqual([]));
});

test('an id is the same in capitals', () => {
  expect(id().parse('01900000-0000-7000-8000-00000000000A')).toBe(
    '01900000-0000-7000-8000-00000000000a',
  );
  expect(codesOf(id(), '01900000')).not.toEqual([]);
});

test('what comes from outside can always be stored', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.nat(), (value, at) => {
      const broken = `${value.slice(0, at)}\ud800\0${value.slice(at)}`;
      const kept = storable(broken);
      expect(kept.isWellFormed()).toBe(true);
      expect(kept).not.toContain('\0');
    }),
  );
});
