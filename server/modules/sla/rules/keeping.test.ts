import { describe, expect, test } from 'vitest';
import { compileWorkingTime } from '../../calendars/public.ts';
import {
  aroundTheClock,
  passAlarms,
  pauseClock,
  startClock,
  type Clock,
  type Terms,
} from './clock.ts';
import type { Applied, Decided, Status } from './decide.ts';
import { takeOver } from './keeping.ts';

const hour = 3_600_000;
/** A Wednesday at noon. */
const now = Date.parse('2026-11-18T12:00:00Z');
const office = compileWorkingTime({
  zone: 'UTC',
  week: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']], wed: [['09:00', '18:00']] },
});
const terms: Terms = { goalMs: 8 * hour, warnAt: [0.5], keeper: aroundTheClock };
const appliedOf = (own: Partial<Applied> = {}): Applied => ({
  id: 'p',
  name: 'Policy',
  active: true,
  pausedIn: ['pending'],
  terms: new Map([
    ['first_response', terms],
    ['next_response', terms],
    ['resolution', terms],
  ]),
  firstMessageIsExchange: false,
  onReopen: 'continue',
  onChange: 'keep',
  onPriority: 'keep',
  onMerge: 'longest',
  steps: new Map(),
  goalMs: () => 8 * hour,
  ...own,
});
const begun = (target: string, hoursAgo: number, by = terms): Clock =>
  startClock(target, by, now - hoursAgo * hour);
const clocks = (...list: Clock[]) => new Map(list.map((clock) => [clock.target, clock]));
const merged = (
  own: Clock[],
  others: Clock[],
  { status = 'running', applied = appliedOf() }: { status?: Status; applied?: Applied } = {},
) => {
  const decided: Decided = { applied, clocks: clocks(...own), told: [] };
  return takeOver(decided, { others: clocks(...others), status, at: now }).clocks;
};
const leftOf = (clock: Clock | undefined) =>
  clock && (clock.dueAt === null ? clock.usedMs / hour : (clock.dueAt - now) / hour);

describe('after a merge', () => {
  test('whoever has waited longer counts, whichever of the two it was', () => {
    expect(
      leftOf(merged([begun('resolution', 1)], [begun('resolution', 3)]).get('resolution')),
    ).toBe(5);
    expect(
      leftOf(merged([begun('resolution', 3)], [begun('resolution', 1)]).get('resolution')),
    ).toBe(5);
  });

  test('or its own time only, and what came along is not asked', () => {
    const applied = appliedOf({ onMerge: 'own' });
    const after = merged([begun('resolution', 1)], [begun('resolution', 3)], { applied });
    expect(leftOf(after.get('resolution'))).toBe(7);
  });

  test('one that waited brings what it had used, not what the pause lasted', () => {
    const waited = pauseClock(begun('resolution', 10), terms, now - 6 * hour);
    expect(leftOf(merged([begun('resolution', 1)], [waited]).get('resolution'))).toBe(4);
  });

  test('into one that waits: it goes on waiting, with the longer time', () => {
    const own = pauseClock(begun('resolution', 1), terms, now);
    const after = merged([own], [begun('resolution', 3)], { status: 'paused' });
    expect(after.get('resolution')).toMatchObject({
      state: 'paused',
      usedMs: 3 * hour,
      dueAt: null,
    });
  });

  test('a clock of another calendar brings the time that this one counts', () => {
    const byOffice: Terms = { ...terms, keeper: office };
    const other = begun('resolution', 20, byOffice);
    expect(leftOf(merged([begun('resolution', 1)], [other]).get('resolution'))).toBe(-12);
    const applied = appliedOf({ terms: new Map([['resolution', byOffice]]) });
    const night = merged([begun('resolution', 1, byOffice)], [begun('resolution', 20)], {
      applied,
    });
    // One hour of Tuesday evening's work and three of this morning's, since 16:00.
    expect(night.get('resolution')?.usedMs).toBe(5 * hour);
  });

  test('a warning that comes with it is told at once, a breach too, each once', () => {
    const warned = merged([begun('resolution', 1)], [begun('resolution', 5)]).get('resolution');
    const first = passAlarms(warned as Clock, terms, now);
    expect(first.alarm).toEqual({ share: 0.5, at: now - hour });
    expect(passAlarms(first.clock, terms, now).alarm).toBeNull();
    const late = merged([begun('resolution', 1)], [begun('resolution', 9)]).get('resolution');
    expect(passAlarms(late as Clock, terms, now).alarm).toMatchObject({ share: 1 });
  });

  test('a first question of another ticket waits for the next answer where the first has been given', () => {
    const after = merged([begun('resolution', 1)], [begun('first_response', 2)]);
    expect(leftOf(after.get('next_response'))).toBe(6);
    expect(after.has('first_response')).toBe(false);
  });

  test('what was solved stays solved, and what is over there brings nothing', () => {
    const over = { ...begun('resolution', 6), state: 'stopped' as const, stoppedAt: now };
    expect(merged([begun('resolution', 1)], [over]).get('resolution')).toEqual(
      begun('resolution', 1),
    );
    expect(merged([over], [begun('resolution', 7)], { status: 'finished' }).get('resolution')).toBe(
      over,
    );
  });
});
