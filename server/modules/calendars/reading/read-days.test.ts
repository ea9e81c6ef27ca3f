import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../kernel/errors.ts';
import { readDays } from './read-days.ts';

const now = new Date('2026-11-20T10:00:00Z');
const ics = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT'];
const daysIn = (content: string) => Object.keys(readDays(content, now).days);

function refusalOf(content: string): string {
  try {
    readDays(content, now);
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return JSON.stringify((error as Refusal).details);
  }
  return 'read';
}

describe('iCalendar', () => {
  const eve = 'DTSTART;VALUE=DATE:20261230';

  test.each([
    ['folded lines', ics(...event('DTSTART;VALUE=DA\r\n TE:20261230')), ['2026-12-30']],
    ['any line ends', ics(...event(eve)).replaceAll('\r\n', '\r'), ['2026-12-30']],
    ['a byte order mark', `\uFEFF${ics(...event(eve))}`, ['2026-12-30']],
    ['a length', ics(...event(eve, 'DURATION:P2D')), ['2026-12-30', '2026-12-31']],
    ['two calendars', ics(...event(eve)) + '\n' + ics(...event(eve)), ['2026-12-30']],
    [
      'midnight to midnight of a zone',
      ics(...event('DTSTART;TZID=X:20261230T000000', 'DTEND;TZID=X:20261231T000000')),
      ['2026-12-30'],
    ],
    [
      'a series in which one turn is moved, and one left out',
      ics(
        ...event(
          'DTSTART;VALUE=DATE:20250305',
          'RRULE:FREQ=YEARLY;COUNT=4',
          'EXDATE;VALUE=DATE:20260305',
        ),
        ...event('RECURRENCE-ID;VALUE=DATE:20270305', 'DTSTART;VALUE=DATE:20270308'),
      ),
      ['2025-03-05', '2028-03-05', '2027-03-08'],
    ],
    [
      'what is called off is no day off',
      ics(
        ...event(eve),
        ...event('STATUS:CANCELLED', 'DTSTART;VALUE=DATE:20261231'),
        ...event('DTSTART;VALUE=DATE:20261229', 'RRULE:what?'),
      ),
      ['2026-12-30'],
    ],
    [
      'every year on a day that is not that of its beginning',
      ics(
        ...event(
          'DTSTART;VALUE=DATE:20260101',
          'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20330101',
        ),
        ...event(eve),
      ),
      ['2028-02-29', '2032-02-29', '2026-12-30'],
    ],
  ])('%s', (_, content, days) => {
    expect(daysIn(content)).toEqual(days);
  });

  test.each([
    ['BYMONTH=2;BYMONTHDAY=30;FREQ=DAILY', 'no_days'],
    ['FREQ=SECONDLY', 'no_days'],
    ['FREQ=DAILY;INTERVAL=0', 'no_days'],
    ['FREQ=YEARLY;BYEASTER=1', 'no_days'],
    ['FREQ=DAILY', 'too_many'],
  ])('a rule that never comes, or too often, is refused: %s', (rule, code) => {
    expect(refusalOf(ics(...event('DTSTART;VALUE=DATE:20260101', `RRULE:${rule}`)))).toContain(
      code,
    );
  });

  test('a file that was cut off, one of hours, one of another time, one without end', () => {
    expect(refusalOf(ics(...event(eve)).slice(0, -20))).toContain('not_calendar');
    const hours = event('DTSTART:20261230T000000Z', 'DTEND:20261231T000000Z');
    expect(refusalOf(ics(...hours))).toContain('no_days');
    expect(refusalOf(ics(...event('DTSTART;VALUE=DATE:99991231')))).toContain('no_days');
    const endless = Array.from({ length: 3_000 }, () =>
      event('DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=WEEKLY;BYMONTH=2;BYMONTHDAY=30'),
    );
    expect(refusalOf(ics(...endless.flat()))).toContain('too_many');
  });
});

test('a page, another year, and entities that grow are no production calendar', () => {
  expect(refusalOf('<html><day d="01.01" t="1"/></html>')).toContain('not_calendar');
  expect(refusalOf('<calendar year="27"><day d="01.01" t="1"/></calendar>')).toContain(
    'not_calendar',
  );
  const bomb = '<!DOCTYPE c [<!ENTITY a "aaaa">]><calendar year="2027">';
  const days = '<holiday id="1" title="&a;"/><day d="02.29" t="1"/><day d="02.01" t="1" h="1"/>';
  expect(readDays(`${bomb}${days}</calendar>`, now)).toMatchObject({
    days: { '2027-02-01': { kind: 'off', name: '&a;' } },
    passedOver: 1,
  });
});
