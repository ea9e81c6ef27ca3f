import { describe, expect, it } from 'vitest';
import { readInvitation } from './calendar-invitation.ts';

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', ...lines, 'END:VCALENDAR', ''].join('\r\n');

const event = (...lines: readonly string[]): string =>
  calendar('BEGIN:VEVENT', 'UID:42@example.com', ...lines, 'END:VEVENT');

const start = (zone: string, time: string): string | null =>
  readInvitation(event(`DTSTART;TZID="${zone}":${time}`), null)?.startsAt ?? null;

describe('an invitation', () => {
  it('says who meets whom, when and where', () => {
    const source = event(
      'SUMMARY:Встреча',
      'LOCATION:Офис\\, 3 этаж',
      'ORGANIZER;CN="Анна":mailto:anna@example.com',
      'ATTENDEE;CN=Иван:MAILTO:ivan@example.com',
      'DTSTART;TZID=Europe/Moscow:20250701T100000',
      'DURATION:PT1H',
      'RRULE:FREQ=WEEKLY',
    );
    expect(readInvitation(source, null)).toEqual({
      method: 'request',
      uid: '42@example.com',
      summary: 'Встреча',
      location: 'Офис, 3 этаж',
      organizer: { name: 'Анна', address: 'anna@example.com' },
      attendees: [{ name: 'Иван', address: 'ivan@example.com' }],
      startsAt: '2025-07-01T07:00:00Z',
      endsAt: '2025-07-01T08:00:00Z',
      recurring: true,
    });
  });

  it('understands the zones of Windows and winter time', () => {
    expect(start('Russian Standard Time', '20250701T100000')).toBe('2025-07-01T07:00:00Z');
    expect(start('W. Europe Standard Time', '20250101T100000')).toBe('2025-01-01T09:00:00Z');
    expect(start('W. Europe Standard Time', '20250701T100000')).toBe('2025-07-01T08:00:00Z');
    expect(start('Nowhere', '20250701T100000')).toBe('2025-07-01T10:00:00Z');
  });

  it('may last whole days', () => {
    const found = readInvitation(
      event('DTSTART;VALUE=DATE:20250701', 'DTEND;VALUE=DATE:20250702'),
      null,
    );
    expect([found?.startsAt, found?.endsAt]).toEqual(['2025-07-01', '2025-07-02']);
  });

  it('is the series, not its exception', () => {
    const source = calendar(
      'BEGIN:VEVENT',
      'UID:exception',
      'RECURRENCE-ID:20250708T100000Z',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:series',
      'DTSTART:20250701T100000Z',
      'END:VEVENT',
    );
    expect(readInvitation(source, null)?.uid).toBe('series');
  });

  it('is read past lines that are no calendar', () => {
    expect(
      readInvitation(`junk\r\n${event('DTSTART:20250701T100000Z', 'not a property', '')}`, null)
        ?.startsAt,
    ).toBe('2025-07-01T10:00:00Z');
  });

  it('is none in what is no calendar', () => {
    expect(readInvitation('hello', null)).toBeNull();
    expect(readInvitation(calendar(), null)).toBeNull();
  });
});
