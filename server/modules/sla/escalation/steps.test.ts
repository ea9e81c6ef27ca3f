import { describe, expect, it } from 'vitest';
import {
  aroundTheClock,
  pauseClock,
  reopenClock,
  resumeClock,
  retime,
  startClock,
  stopClock,
} from '../rules/clock.ts';
import type { Clock, Terms } from '../rules/clock.ts';
import type { EscalationMoment } from './schema.ts';
import { decideSteps, noSteps, usedWhen, type Step, type StepState } from './steps.ts';

const hour = 3_600_000;
const minute = 60_000;
const terms: Terms = { goalMs: 4 * hour, warnAt: [0.8], keeper: aroundTheClock };
const tell = { assignee: true, leads: false, onDuty: false, userIds: [], roleIds: [] };
const step = (id: string, when: EscalationMoment): Step => ({
  number: 1,
  id,
  target: 'resolution',
  when,
  tell,
  overridesQuiet: false,
  acts: [],
});
const half = step('half', { share: 0.5 });
const soon = step('soon', { minutesLeft: 30 });
const lead = step('lead', { minutesOver: 0 });
const chief = step('chief', { minutesOver: 60 });
const steps = [chief, lead, soon, half];

type Kept = { clock: Clock; state: StepState; fired: string[] };
const begun = (clock = startClock('resolution', terms, 0)): Kept => {
  const { state } = decideSteps({
    before: null,
    after: { clock, terms, steps },
    at: 0,
    moved: true,
  });
  return { clock, state, fired: [] };
};
type Turn = { clock?: Clock; by?: Terms; asked?: readonly Step[]; moved?: boolean };
function look(
  kept: Kept,
  at: number,
  { clock = kept.clock, by = terms, asked = steps, moved = false }: Turn = {},
): Kept {
  const { state, fires } = decideSteps({
    before: { clock: kept.clock, terms, steps: asked, state: kept.state },
    after: { clock, terms: by, steps: asked },
    at,
    moved,
  });
  return { clock, state, fired: fires.map(({ id }) => id) };
}

describe('steps of escalation', () => {
  it('know when they are due: by a share, before the breach, and after it', () => {
    const wait = begun();
    expect(wait.state).toEqual({ fired: [], at: 2 * hour });
    const first = look(wait, 2 * hour);
    expect([first.fired, first.state.at]).toEqual([['half'], 3.5 * hour]);
    const second = look(first, 3.5 * hour);
    expect([second.fired, second.state.at]).toEqual([['soon'], 4 * hour]);
    const last = look(look(second, 4 * hour), 5 * hour);
    expect([last.fired, last.state.at]).toEqual([['chief'], null]);
  });

  it('fire once, however often somebody looks, also at the very moment', () => {
    const fired = look(begun(), 2 * hour);
    expect(look(fired, 2 * hour).fired).toEqual([]);
    expect(look(fired, 3 * hour).fired).toEqual([]);
  });

  it('all fire in their order when nobody looked for long', () => {
    expect(look(begun(), 9 * hour).fired).toEqual(['half', 'soon', 'lead', 'chief']);
  });

  it('wait with a paused clock and go on with it', () => {
    const wait = begun();
    const paused = look(wait, hour, { clock: pauseClock(wait.clock, terms, hour), moved: true });
    expect(paused.state.at).toBeNull();
    expect(look(paused, 9 * hour).fired).toEqual([]);
    const clock = resumeClock(paused.clock, terms, 10 * hour);
    expect(look(paused, 10 * hour, { clock, moved: true }).state.at).toBe(11 * hour);
  });

  it('end when what they wait for is done, and come back with the same round, or all of them with a new one', () => {
    const fired = look(begun(), 2 * hour);
    const solved = look(fired, 3 * hour, {
      clock: stopClock(fired.clock, terms, 3 * hour),
      moved: true,
    });
    expect(solved).toMatchObject({ fired: [], state: { fired: ['half'], at: null } });
    const on = look(solved, 5 * hour, {
      clock: reopenClock(solved.clock, terms, 5 * hour, false),
      moved: true,
    });
    expect(on.state).toEqual({ fired: ['half'], at: 5.5 * hour });
    const anew = look(solved, 5 * hour, {
      clock: reopenClock(solved.clock, terms, 5 * hour, true),
      moved: true,
    });
    expect(anew.state).toEqual({ fired: [], at: 7 * hour });
  });

  it('what is late but was answered meanwhile tells nobody', () => {
    const wait = begun();
    expect(
      look(wait, 6 * hour, { clock: stopClock(wait.clock, terms, 6 * hour), moved: true }).fired,
    ).toEqual([]);
  });

  it('a step that is added behind its time stays silent, one ahead does not', () => {
    const wait = look(begun(), 2 * hour);
    const added = [...steps, step('third', { share: 0.3 }), step('two thirds', { share: 0.75 })];
    const after = look(wait, 2.5 * hour, { asked: added });
    expect([after.fired, after.state.at]).toEqual([[], 3 * hour]);
  });

  it('another goal that is over already: whoever follows the breach is told, whoever was before it is not', () => {
    const wait = look(begun(), 2 * hour);
    const shorter = { ...terms, goalMs: hour };
    const clock = retime(wait.clock, terms, shorter, 2.5 * hour);
    const moved = look(wait, 2.5 * hour, { clock, by: shorter, moved: true });
    expect(moved.fired).toEqual([]);
    expect(look(moved, 2.5 * hour + 1, { by: shorter }).fired).toEqual(['lead', 'chief']);
    const setting = look(wait, 2.5 * hour, { clock, by: shorter });
    expect([setting.fired, setting.state.at]).toEqual([[], null]);
  });

  it('a longer goal waits anew for what has not been told, and repeats nothing', () => {
    const wait = look(begun(), 2 * hour);
    const longer = { ...terms, goalMs: 8 * hour };
    const clock = retime(wait.clock, terms, longer, 3 * hour);
    expect(look(wait, 3 * hour, { clock, by: longer, moved: true }).state).toEqual({
      fired: ['half'],
      at: 7.5 * hour,
    });
  });

  it('half an hour before a goal of a quarter never comes', () => {
    expect(usedWhen({ minutesLeft: 30 }, 15 * minute)).toBeNull();
    expect(usedWhen({ share: 1 / 3 }, 1_000)).toBe(334);
  });

  it('a clock that exists only now does not escalate what is long over, unless the ticket itself has changed', () => {
    const clock = startClock('resolution', terms, 0);
    const asked = { before: null, after: { clock, terms, steps }, at: 9 * hour };
    expect(decideSteps({ ...asked, moved: false }).state.at).toBeNull();
    expect(decideSteps({ ...asked, moved: true }).state).toEqual({
      fired: ['soon', 'half'],
      at: 4 * hour,
    });
    expect(noSteps.at).toBeNull();
  });
});
