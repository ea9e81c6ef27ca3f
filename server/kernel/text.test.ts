import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { emailAddress, id, line, said, storable, text, time } from './text.ts';

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

test.each([
  ['text', text({ min: 1, max: 12 })],
  ['a line', line({ min: 1, max: 12 })],
  ['a longer line', line({ min: 3, max: 12 })],
  ['what is said', said({ max: 12 })],
  ['an e-mail address', emailAddress()],
])('%s is taken exactly when the description of the API allows it', (_name, type) => {
  const { pattern = '', minLength = 0, maxLength = 0 } = z.toJSONSchema(type, { io: 'input' });
  const sent = fc.oneof(
    fc.string({ unit: 'binary' }).filter((value) => value.isWellFormed()),
    fc.string({ unit: fc.constantFrom('a', '@', '.', ' ', '\n', '\0', '\u00a0', '😀') }),
  );
  fc.assert(
    fc.property(sent, (value) => {
      const length = [...value].length;
      const isDescribed =
        length >= minLength && length <= maxLength && new RegExp(pattern, 'u').test(value);
      expect(type.safeParse(value).success).toBe(isDescribed);
    }),
  );
});

test.each([
  ['2026-11-22T10:00:00+05:00', '2026-11-22T05:00:00.000Z'],
  ['2026-11-22T10:00:00.123456Z', '2026-11-22T10:00:00.123456Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
  ['0001-01-01T00:00:00+05:00', undefined],
  ['0000-06-01T00:00:00Z', undefined],
  ['9999-12-31T23:59:59-05:00', undefined],
  ['2026-02-30T00:00:00Z', undefined],
  ['2026-11-22T10:00:00', undefined],
])('a moment %s is kept as %s', (given, kept) => {
  expect(time().safeParse(given).data).toBe(kept);
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
