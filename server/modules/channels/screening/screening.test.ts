import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileBlockList, normalBlock } from './block-list.ts';
import { defaultPolicy } from './default-policy.data.ts';
import { judgeFiles } from './file-rules.ts';
import type { BlockKind } from './schema.ts';
import { matchesWildcard } from './wildcard.ts';

const speaksAgainst = (kind: BlockKind, value: string, address: string, subject = '') =>
  compileBlockList([{ id: '1', kind, value: normalBlock(kind, value) }])({ address, subject }) !==
  null;

describe('an entry of the block list', () => {
  test.each<[BlockKind, string, string, boolean]>([
    ['address', 'Seller@Shop.test', 'seller@shop.TEST', true],
    ['address', 'seller@shop.test', 'seller+promo@shop.test', true],
    ['address', 'seller@shop.test', 'other@shop.test', false],
    ['domain', 'shop.test', 'a@shop.test', true],
    ['domain', '@shop.test', 'a@mail.shop.test', true],
    ['domain', '*.shop.test', 'a@mail.shop.test', true],
    ['domain', 'shop.test', 'a@workshop.test', false],
    ['domain', 'почта.рф', 'a@xn--80a1acny.xn--p1ai', true],
    ['domain', 'xyz', 'a@cheap.xyz', true],
    ['pattern', 'promo-*@*', 'promo-17@any.test', true],
    ['pattern', 'promo-*@*', 'info@any.test', false],
    ['pattern', '*@mail?.shop.test', 'x@mail7.shop.test', true],
    ['pattern', '*@mail?.shop.test', 'x@mail77.shop.test', false],
  ])('%s %s against %s: %s', (kind, value, address, is) => {
    expect(speaksAgainst(kind, value, address)).toBe(is);
  });

  test('of a subject is looked for anywhere in it', () => {
    expect(speaksAgainst('subject', 'Продвижение сайтов', 'a@b.test', 'ПРОДВИЖЕНИЕ САЙТОВ!')).toBe(
      true,
    );
    expect(speaksAgainst('subject', 'won * dollars', 'a@b.test', 'You won 100 dollars')).toBe(
      false,
    );
    expect(speaksAgainst('subject', '*won * dollars', 'a@b.test', 'You won 100 dollars')).toBe(
      true,
    );
  });

  test.each<[BlockKind, string, string]>([
    ['pattern', '*@*', 'too_broad'],
    ['pattern', '??', 'too_broad'],
    ['subject', '*', 'too_broad'],
    ['address', 'seller', 'not_email'],
    ['address', '*@shop.test', 'not_email'],
    ['domain', 'a b', 'not_domain'],
    ['domain', '', 'not_domain'],
    ['subject', 'я'.repeat(320), 'too_long'],
    ['domain', `${'я.'.repeat(100)}рф`, 'too_long'],
  ])('%s %j is refused: %s', (kind, value, code) => {
    expect(() => normalBlock(kind, value)).toThrow(
      expect.objectContaining({ details: { errors: [{ field: 'value', code }] } }),
    );
  });
});

describe('a wildcard', () => {
  const regular = (pattern: string) =>
    new RegExp(
      `^${[...pattern].map((c) => (c === '*' ? '[^]*' : c === '?' ? '[^]' : c)).join('')}$`,
    );

  test('means what the same regular expression means', () => {
    const letters = fc.constantFrom('a', 'b', '*', '?');
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 8 }),
        fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 }),
        (pattern, text) => {
          expect(matchesWildcard(pattern.join(''), text.join(''))).toBe(
            regular(pattern.join('')).test(text.join('')),
          );
        },
      ),
    );
  });

  test('answers at once, whatever it is made of', () => {
    const began = performance.now();
    expect(matchesWildcard(`${'*a'.repeat(150)}b`, 'a'.repeat(500))).toBe(false);
    expect(performance.now() - began).toBeLessThan(100);
  });
});

describe('rules for files', () => {
  const file = (name: string, contentType = 'application/octet-stream', size = 10) => ({
    name,
    contentType,
    size,
  });

  test('a form takes no programs, whatever they call themselves', () => {
    expect(
      judgeFiles(defaultPolicy.forms, [
        file('invoice.pdf.EXE', 'application/pdf'),
        file('photo.png', 'image/png'),
        file('a.js'),
      ]),
    ).toEqual(['file_type', null, 'file_type']);
  });

  test('only what is named is taken when something is named; too large and too many are told apart', () => {
    const rules = {
      maxFiles: 2,
      maxFileBytes: 100,
      allowed: ['image/*', '.pdf'],
      refused: ['image/svg+xml'],
    };
    expect(
      judgeFiles(rules, [
        file('a.png', 'image/png; x=1'),
        file('b.svg', 'image/svg+xml'),
        file('c.pdf', 'application/pdf', 101),
        file('d.PDF'),
        file('e.pdf'),
        file('f.txt', 'text/plain'),
      ]),
    ).toEqual([null, 'file_type', 'file_size', null, 'file_count', 'file_type']);
  });

  test('a letter brings what it brings, unless the company has said otherwise', () => {
    expect(judgeFiles(defaultPolicy.mail, [file('a.exe')])).toEqual([null]);
  });
});
