import { expect, test } from 'vitest';
import { localeOf } from './browser-locale.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['ru', 'ru'],
  ['ru-RU,ru;q=0.9,en;q=0.8', 'ru'],
  ['en-GB,ru;q=0.9', 'en'],
  ['de,ru;q=0.5,en;q=0.4', 'ru'],
  ['en;q=0.1, kk;q=0.9', 'ru'],
  ['de,fr', 'en'],
  ['*', 'en'],
  [';;q=,,=;ru;q=x', 'en'],
] as const)('a browser that asks for %j is spoken to in %s', (header, locale) => {
  expect(localeOf(header)).toBe(locale);
});
