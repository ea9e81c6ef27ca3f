import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from './distance.ts';
import { otherLayout } from './layout.ts';
import { stemEnglish } from '../../../kernel/words/stem-english.ts';
import { stemRussian } from '../../../kernel/words/stem-russian.ts';
import { commonStart, phonesIn, tokensOf } from '../../../kernel/words/tokens.ts';

const words = (text: string) => [...tokensOf(text)].map(({ word }) => word);
const stems = (text: string) => [...tokensOf(text)].map(({ stem }) => stem);

describe('words of a text', () => {
  test('are letters and digits, whatever their case, "ё" and accents', () => {
    expect(words('Ёлка, CAFÉ и Йод-2!')).toEqual(['елка', 'cafe', 'и', 'йод', '2']);
    expect(words('a.b@c-d.test')).toEqual(['a', 'b', 'c', 'd', 'test']);
  });

  test('know where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let behind = 0;
        for (const { start, end } of tokensOf(text)) {
          expect(start).toBeGreaterThanOrEqual(behind);
          expect(text.slice(start, end)).toMatch(/^[\p{L}\p{M}\p{N}]+$/u);
          behind = end;
        }
      }),
    );
  });

  test('forms share a stem', () => {
    expect(new Set(stems('заявка заявки заявкой заявками'))).toEqual(new Set(['заявк']));
    expect(new Set(stems('refund refunds refunded refunding'))).toEqual(new Set(['refund']));
  });

  test('their common beginning is part of every form, and never too short', () => {
    for (const [form, other] of [
      ['сидоренко', 'сидоренку'],
      ['мария', 'марию'],
      ['анна', 'анной'],
    ] as const) {
      expect(other.startsWith(commonStart(form))).toBe(true);
      expect(commonStart(form).length).toBeGreaterThan(2);
    }
  });

  test('stemming is steady on any word', () => {
    const letters = (from: string) => fc.string({ unit: fc.constantFrom(...from), maxLength: 20 });
    fc.assert(
      fc.property(letters('абвгдежийклмностуыьэюя'), (word) => {
        expect(word.startsWith(stemRussian(word))).toBe(true);
      }),
    );
    fc.assert(
      fc.property(letters('abcdefghilmnorstuyz'), (word) => {
        expect(stemEnglish(word).length).toBeLessThanOrEqual(word.length + 1);
      }),
    );
  });
});

describe('the other layout', () => {
  test.each([
    ['ghbdtn', 'привет'],
    ['руддщ', 'hello'],
    ['j,jheljdfybt', 'оборудование'],
    ['Ghbdtn', 'Привет'],
    ['cx`n', 'счёт'],
  ])('%s is %s', (typed, meant) => expect(otherLayout(typed)).toBe(meant));

  test('there is none for numbers, and none for a text of both', () => {
    expect(otherLayout('2026')).toBeNull();
    expect(otherLayout('тариф pro')).toBeNull();
  });

  test('there and back is where one began', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'йцукенгшщзхъфывапролджэячсмитьбюЙЦУ '),
          minLength: 1,
        }),
        (text) => {
          const there = otherLayout(text);
          if (there !== null && /[a-z]/i.test(there)) {
            expect(otherLayout(there)).toBe(text);
          }
        },
      ),
    );
  });
});

test('phones are found in any form, dates and long numbers are none', () => {
  expect(phonesIn('тел. +7 (912) 345-67-89, 8 912 345 67 89; 9123456789')).toEqual(
    Array.from({ length: 3 }, () => '9123456789'),
  );
  expect(phonesIn('14.12.2025, ИНН 7707083893000000000000000')).toEqual([]);
});

test('slips of the finger are counted', () => {
  expect(editDistance('договор', 'договр', 2)).toBe(1);
  expect(editDistance('принтер', 'принетр', 2)).toBe(1);
  expect(editDistance('касса', 'масса', 2)).toBe(1);
  expect(editDistance('касса', 'договор', 2)).toBe(3);
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b, 3)).toBe(editDistance(b, a, 3));
      expect(editDistance(a, b, 3) === 0).toBe(a === b);
    }),
  );
});
