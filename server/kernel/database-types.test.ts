import fc from 'fast-check';
import { types } from 'pg';
import { expect, test } from 'vitest';
import { parseTime } from './database-types.ts';

const driver = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text') as (text: string) => unknown;

test.each([
  ['2026-11-22 02:51:15.123456+00', '2026-11-22T02:51:15.123Z'],
  ['2026-11-22 02:51:15+00', '2026-11-22T02:51:15.000Z'],
  ['2024-02-29 23:59:59.9+00', '2024-02-29T23:59:59.900Z'],
  ['1969-12-31 23:59:59.05+00', '1969-12-31T23:59:59.050Z'],
  ['2026-11-22 05:51:15.1+03', '2026-11-22T02:51:15.100Z'],
])('%s is %s', (text, iso) => {
  expect((parseTime(text) as Date).toISOString()).toBe(iso);
});

test('what is no usual time is read as the driver reads it', () => {
  for (const text of [
    'infinity',
    '-infinity',
    '0044-03-15 12:00:00+00 BC',
    '12026-01-01 00:00:00+00',
  ]) {
    expect(parseTime(text)).toEqual(driver(text));
  }
});

test('any time comes out as the driver gives it', () => {
  const time = fc.date({
    min: new Date('1000-01-01'),
    max: new Date('9999-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(time, (date) => {
      const text = date.toISOString().replace('T', ' ').replace('Z', '+00');
      expect(parseTime(text)).toEqual(date);
    }),
  );
});
