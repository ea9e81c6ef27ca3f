import { expect, test } from 'vitest';
import { compileWorkingTime } from '../../calendars/public.ts';
import { passAlarms, pauseClock, resumeClock, retime, startClock, type Terms } from './clock.ts';

const hourMs = 3_600_000;
const keeper = compileWorkingTime({
  zone: 'UTC',
  week: { thu: [['09:00', '18:00']], fri: [['09:00', '18:00']], mon: [['09:00', '18:00']] },
});
const terms: Terms = { goalMs: hourMs, warnAt: [0.5], keeper };
const friday = (time: string) => Date.parse(`2026-11-20T${time}Z`);

test('a clock that has used its goal to the last minute of the day is due then, not when work begins again', () => {
  const clock = startClock('resolution', terms, friday('17:00'));
  expect(clock.dueAt).toBe(friday('18:00'));
  const moved = retime(clock, terms, { ...terms, warnAt: [] }, friday('18:00'));
  expect(moved.dueAt).toBe(friday('18:00'));
  expect(passAlarms(moved, { ...terms, warnAt: [] }, friday('18:00'))).toMatchObject({
    clock: { breachedAt: friday('18:00') },
    alarm: { share: 1 },
  });
});

test('one that waited from the very moment at which it was due is due as soon as it goes on', () => {
  const clock = startClock('resolution', terms, friday('10:00'));
  const waits = pauseClock(clock, terms, friday('11:00'));
  expect(waits).toMatchObject({ usedMs: hourMs, dueAt: null, alarmAt: null });
  const night = friday('22:00');
  expect(resumeClock(waits, terms, night).dueAt).toBe(night);
});

test('a warning whose share was used when it stopped to wait is told when it goes on, once', () => {
  const clock = startClock('resolution', terms, friday('10:00'));
  const waits = pauseClock(clock, terms, friday('10:30'));
  const again = resumeClock(waits, terms, friday('15:00'));
  const { clock: passed, alarm } = passAlarms(again, terms, friday('15:00'));
  expect(alarm).toEqual({ share: 0.5, at: friday('15:00') });
  expect(passAlarms(passed, terms, friday('15:10')).alarm).toBeNull();
  expect(passed.dueAt).toBe(friday('15:30'));
});
