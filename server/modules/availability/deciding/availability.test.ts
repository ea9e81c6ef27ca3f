import { describe, expect, test } from 'vitest';
import type { CalendarHours } from '../../calendars/public.ts';
import { circleOf, type AbsenceSpan } from '../rules/substitutes.ts';
import { compileAvailability, type AvailabilitySettings } from './compile-availability.ts';
import type { DutyEntry } from './compile-duty.ts';

const [ivan, anna, boris, vera] = ['ivan', 'anna', 'boris', 'vera'] as const;
const at = (text: string) => new Date(`${text}Z`);
const office: CalendarHours = {
  zone: 'Europe/Berlin',
  week: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '18:00']]]),
  ),
};
const absence = (
  userId: string,
  from: string,
  to: string | null,
  more: object = {},
): AbsenceSpan => ({
  id: `${userId} ${from}`,
  userId,
  from: at(from),
  to: to === null ? null : at(to),
  lastDay: null,
  substituteId: null,
  handsOver: 'all',
  ...more,
});
const turn = (userIds: readonly string[], more: Partial<DutyEntry>): DutyEntry => ({
  id: userIds.join(),
  teamId: null,
  userIds,
  from: null,
  to: null,
  hours: null,
  ...more,
});
const compiled = (more: Partial<AvailabilitySettings>) =>
  compileAvailability({
    people: [ivan, anna, boris, vera].map((id) => ({ id, name: id, active: true })),
    schedules: new Map(),
    away: new Map(),
    absences: [],
    duty: [],
    ...more,
  });

describe('who is there', () => {
  test('whoever has no schedule works round the clock', () => {
    expect(compiled({}).of(ivan, at('2026-01-01T03:00'))).toEqual({
      state: 'available',
      until: null,
      substituteId: null,
      onDuty: false,
    });
  });

  test('hours are those of the person’s zone, also on the day its clocks change', () => {
    const known = compiled({ schedules: new Map([[ivan, office]]) });
    expect(known.of(ivan, at('2026-03-27T08:00')).state).toBe('available');
    expect(known.of(ivan, at('2026-03-30T06:59')).state).toBe('off_hours');
    expect(known.of(ivan, at('2026-03-30T07:00'))).toMatchObject({
      state: 'available',
      until: at('2026-03-30T16:00'),
    });
    expect(known.of(ivan, at('2026-03-27T17:30'))).toMatchObject({
      state: 'off_hours',
      until: at('2026-03-30T07:00'),
    });
  });

  test('away is over at its time, and knows of the absence that begins before', () => {
    const known = compiled({
      away: new Map([
        [ivan, at('2026-05-04T12:00')],
        [anna, null],
      ]),
      absences: [absence(anna, '2026-05-04T15:00', null)],
    });
    expect(known.of(ivan, at('2026-05-04T11:59'))).toMatchObject({ state: 'away' });
    expect(known.of(ivan, at('2026-05-04T12:00'))).toMatchObject({ state: 'available' });
    expect(known.of(anna, at('2026-05-04T11:00'))).toMatchObject({
      state: 'away',
      until: at('2026-05-04T15:00'),
    });
  });

  test('absences that follow one another end together', () => {
    const known = compiled({
      absences: [
        absence(ivan, '2026-05-04T00:00', '2026-05-09T00:00'),
        absence(ivan, '2026-05-09T00:00', '2026-05-12T00:00'),
      ],
    });
    expect(known.of(ivan, at('2026-05-05T10:00'))).toMatchObject({
      state: 'absent',
      until: at('2026-05-12T00:00'),
    });
    expect(known.of(ivan, at('2026-05-12T00:00')).state).toBe('available');
    expect(known.of(ivan, at('2026-05-01T00:00')).until).toEqual(at('2026-05-04T00:00'));
  });

  test('whoever has left is never there', () => {
    const known = compiled({ people: [{ id: ivan, name: 'Ivan', active: false }] });
    expect(known.of(ivan, at('2026-05-05T10:00')).state).toBe('absent');
    expect(known.userIds).toEqual([]);
  });
});

describe('the duty', () => {
  const nights: CalendarHours = {
    zone: 'Europe/Moscow',
    week: {
      mon: [['18:00', '09:00']],
      fri: [['18:00', '09:00']],
    },
  };

  test('is stronger than hours off, over midnight too, and weaker than an absence', () => {
    const known = compiled({
      schedules: new Map([[ivan, office]]),
      duty: [turn([ivan, anna], { hours: nights })],
      absences: [absence(anna, '2026-05-01T00:00', null)],
    });
    const night = at('2026-05-04T23:30');
    expect(known.of(ivan, night)).toMatchObject({
      state: 'available',
      onDuty: true,
      until: at('2026-05-05T06:00'),
    });
    expect(known.of(anna, night)).toMatchObject({ state: 'absent', onDuty: false });
    expect(known.dutyOf(null, night)).toEqual([ivan]);
    expect(known.of(ivan, at('2026-05-03T12:00'))).toMatchObject({
      state: 'off_hours',
      until: at('2026-05-04T07:00'),
    });
  });

  test('asks the people of the team first, in their order, then the company’s, nobody twice', () => {
    const day = { from: at('2026-05-04T00:00'), to: at('2026-05-05T00:00') };
    const known = compiled({
      duty: [
        turn([vera, ivan], day),
        turn([boris, vera], { ...day, teamId: 'second' }),
        turn([anna], { ...day, teamId: 'third' }),
      ],
    });
    expect(known.dutyOf('second', at('2026-05-04T12:00'))).toEqual([boris, vera, ivan]);
    expect(known.dutyOf('second', at('2026-05-05T00:00'))).toEqual([]);
    expect(known.of(anna, at('2026-05-04T12:00')).onDuty).toBe(true);
  });

  test('a weekly turn counts between its first and its last moment only', () => {
    const from = at('2026-05-04T20:00');
    const known = compiled({
      schedules: new Map([[ivan, { zone: 'UTC', week: { sun: [['01:00', '02:00']] } }]]),
      duty: [turn([ivan], { hours: nights, from, to: at('2026-05-05T01:00') })],
    });
    expect(known.of(ivan, at('2026-05-04T19:00'))).toMatchObject({
      state: 'off_hours',
      until: from,
    });
    expect(known.of(ivan, from)).toMatchObject({ onDuty: true, until: at('2026-05-05T01:00') });
    expect(known.of(ivan, at('2026-05-05T01:00')).onDuty).toBe(false);
  });
});

describe('substitutes', () => {
  const may = (userId: string, substituteId: string | null, more: object = {}) =>
    absence(userId, '2026-05-04T00:00', '2026-05-09T00:00', { substituteId, ...more });
  const now = at('2026-05-05T12:00');

  test('pass the work on while they are absent themselves; at the end of the chain the team has it', () => {
    const chain = [may(ivan, anna), may(anna, boris)];
    expect(compiled({ absences: chain }).of(ivan, now).substituteId).toBe(boris);
    const whole = [...chain, may(boris, null)];
    expect(compiled({ absences: whole }).of(ivan, now).substituteId).toBeNull();
  });

  test('who have left have no work', () => {
    const people = [
      { id: ivan, name: 'Ivan', active: true },
      { id: anna, name: 'Anna', active: false },
    ];
    expect(compiled({ people, absences: [may(ivan, anna)] }).of(ivan, now).substituteId).toBeNull();
  });

  test('cannot stand in a circle at any moment, however long the chain', () => {
    const others = [may(anna, boris), may(boris, vera)];
    expect(circleOf(may(vera, ivan), others)).toBeNull();
    expect(circleOf(may(vera, anna), others)).toEqual([anna, boris]);
    const later = absence(vera, '2026-05-09T00:00', null, { substituteId: anna });
    expect(circleOf(later, others)).toBeNull();
    const begun = absence(vera, '2026-04-01T00:00', null, { substituteId: anna });
    expect(circleOf(begun, others)).toEqual([anna, boris]);
  });

  test('a circle that was there anyway ends with the team', () => {
    const circle = [may(ivan, anna), may(anna, ivan)];
    expect(compiled({ absences: circle }).of(ivan, now).substituteId).toBeNull();
  });
});
