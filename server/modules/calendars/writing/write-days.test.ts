import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDays } from '../reading/read-days.ts';
import { effectiveHours, type NamedRule, type OwnDays } from '../rules/production-calendar.ts';
import { compileWorkingTime } from '../rules/working-time.ts';
import { writeDays } from './write-days.ts';

const now = new Date('2026-11-20T10:00:00Z');
const week = { mon: [['09:00', '18:00']], tue: [['22:00', '06:00']] } as const;
const calendarOf = (days: OwnDays, country: 'ru' | null = null) => ({
  zone: 'Europe/Moscow',
  week,
  country,
  days,
});
const written = (days: OwnDays, country: 'ru' | null = null, name = 'Office') =>
  writeDays({ id: 'c1', name, calendar: calendarOf(days, country) }, { now, locale: 'en' });

const name = fc.string({ unit: 'grapheme', maxLength: 90 }).map((text) =>
  // oxlint-disable-next-line no-control-regex -- no line of text holds them
  text.replaceAll(/[\u0000-\u001f\u007f\s]+/g, ' ').trim(),
);
const rule: fc.Arbitrary<NamedRule> = fc.oneof(
  fc.record({ kind: fc.constant('off' as const), name }),
  fc.record({ kind: fc.constant('working' as const), name }),
  fc.record({
    kind: fc.constant('short' as const),
    minutes: fc.integer({ min: 1, max: 1439 }),
    name,
  }),
  fc.record({
    kind: fc.constant('hours' as const),
    spans: fc.constantFrom(
      [
        ['09:00', '13:00'],
        ['14:00', '24:00'],
      ] as const,
      [['22:00', '06:00']] as const,
      [],
    ),
    name,
  }),
);
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const key = fc.oneof(
  day,
  day.map((date) => date.slice(5)),
  fc.constant('02-29'),
);

test('what is exported is read again as it was, whatever its names and kinds', () => {
  fc.assert(
    fc.property(fc.dictionary(key, rule, { minKeys: 1, maxKeys: 12 }), (days) => {
      expect(readDays(written(days), now)).toEqual({
        format: 'ics',
        days: Object.fromEntries(Object.entries(days).map(([at, one]) => [at, { ...one }])),
        passedOver: 0,
      });
    }),
    { numRuns: 150 },
  );
});

test('the production calendar goes with it: a calendar that reads it works on the same days', () => {
  const days: OwnDays = {
    '05-09': { kind: 'working', name: 'Always' },
    '2026-06-15': { kind: 'hours', spans: [['10:00', '12:00']] },
  };
  const { days: read } = readDays(written(days, 'ru'), now);
  const [was, is] = [calendarOf(days, 'ru'), calendarOf(read)].map((each) =>
    compileWorkingTime(effectiveHours(each)),
  );
  const span = [Date.parse('2013-01-01T00:00Z'), Date.parse('2031-01-01T00:00Z')] as const;
  expect(is?.periodsWithin(...span)).toEqual(was?.periodsWithin(...span));
});

test('it is written as the standard asks: ends of lines, folds, escapes, a stamp and a name of its own for every event', () => {
  const long = 'Праздник; весь день, \\ «и вечер» '.repeat(5).trim();
  const text = written({ '2027-01-11': { kind: 'off', name: long }, '02-29': { kind: 'working' } });
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(text).not.toContain('\uFFFD');
  expect(text.match(/^DTSTAMP:20261120T100000Z$/gm)).toHaveLength(2);
  expect(lines).toEqual(
    expect.arrayContaining([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'UID:02-29.c1@otklik',
      'DTSTART:20240229T220000',
      'RRULE:FREQ=YEARLY',
      'DTSTART;VALUE=DATE:20270111',
      'DTEND;VALUE=DATE:20270112',
    ]),
  );
  expect(text.replaceAll('\r\n ', '')).toContain(String.raw`SUMMARY:Праздник\; весь день\, \\ «и`);
});

test('words of our own that say nothing a calendar could keep are passed over like any other', () => {
  const strange = (words: string) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20270111\r\nX-OTKLIK-DAY:${words}\r\nEND:VEVENT\r\nEND:VCALENDAR`;
  for (const words of ['short -5', 'hours 25:00-26:00', 'hours', 'gone', 'short 99999']) {
    expect(Object.values(readDays(strange(words), now).days)[0]).toMatchObject(
      words === 'hours' ? { kind: 'hours', spans: [] } : { kind: 'off' },
    );
  }
});
