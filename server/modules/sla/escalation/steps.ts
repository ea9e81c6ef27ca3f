import { isBreached, usedBy, type Clock, type Terms } from '../rules/clock.ts';
import type { EscalationMoment, EscalationStep } from './schema.ts';

/** A step as it is stored: by then it has an id. `number`: its place in the policy, from 1, as people see it. */
export type Step = EscalationStep & { readonly id: string; readonly number: number };

/** Beside a clock: which steps its present round has left behind, and when the next is due; null: none, or it does not run. */
export type StepState = { readonly fired: readonly string[]; readonly at: number | null };

export const noSteps: StepState = { fired: [], at: null };

const minuteMs = 60_000;

/** How much of the time is used when its turn comes, in whole milliseconds; null: never, since the goal is shorter. */
export function usedWhen(when: EscalationMoment, goalMs: number): number | null {
  if ('share' in when) {
    return Math.ceil(when.share * goalMs);
  }
  if ('minutesOver' in when) {
    return goalMs + when.minutesOver * minuteMs;
  }
  const used = goalMs - when.minutesLeft * minuteMs;
  return used > 0 ? used : null;
}

type Counting = {
  readonly clock: Clock;
  readonly terms: Terms;
  readonly steps: readonly Step[];
};

export type StepsAsked = {
  /** The clock as it was, with its steps then; null: it did not exist. */
  readonly before: (Counting & { readonly state: StepState }) | null;
  readonly after: Counting;
  readonly at: number;
  /** Something has happened to the ticket; else only time went by, or a setting has changed. */
  readonly moved: boolean;
};

export type StepsDecided = { readonly state: StepState; readonly fires: readonly Step[] };

/**
 * Which steps of a clock are due, each once in a round of the clock, in the order of their times. What was waited for fires, however late,
 * unless what it was waiting for has been done meanwhile. What lies behind only since a setting or the goal has changed is passed
 * over in silence, except what follows a breach that a change of the ticket itself has brought about.
 */
export function decideSteps({ before, after, at, moved }: StepsAsked): StepsDecided {
  const { clock, steps } = after;
  const goesOn = before !== null && before.clock.startedAt === clock.startedAt;
  const fired = new Set(goesOn ? before.state.fired : []);
  const fires = goesOn && clock.state !== 'stopped' ? dueOf(before, at, fired) : [];
  fires.forEach(({ id }) => fired.add(id));
  passedOver(after, at, moved).forEach((id) => fired.add(id));
  const known = new Set(steps.map(({ id }) => id));
  const waiting = timesOf(after, fired);
  return {
    state: {
      fired: [...fired].filter((id) => known.has(id)),
      at: waiting.length > 0 ? Math.min(...waiting.map(([, time]) => time)) : null,
    },
    fires,
  };
}

/** Steps whose time has come since it was last looked when the next one is due. */
function dueOf(
  before: Counting & { readonly state: StepState },
  at: number,
  fired: ReadonlySet<string>,
): Step[] {
  const { at: waitedFor } = before.state;
  if (waitedFor === null || waitedFor > at) {
    return [];
  }
  return timesOf(before, fired)
    .filter(([, time]) => time >= waitedFor && time <= at)
    .toSorted(([, a], [, b]) => a - b)
    .map(([step]) => step);
}

/** When each step that is left will be, while the clock runs. */
function timesOf({ clock, terms, steps }: Counting, fired: ReadonlySet<string>): [Step, number][] {
  const { since, usedMs, goalMs } = clock;
  if (clock.state !== 'running' || since === null) {
    return [];
  }
  return steps.flatMap((step): [Step, number][] => {
    const used = fired.has(step.id) ? null : usedWhen(step.when, goalMs);
    const time = used === null ? null : terms.keeper.add(since, used - usedMs);
    return time === null ? [] : [[step, time]];
  });
}

function passedOver({ clock, terms, steps }: Counting, at: number, moved: boolean): string[] {
  if (clock.state === 'stopped') {
    return [];
  }
  const used = usedBy(clock, at, terms.keeper);
  const isUntold = moved && !isBreached(clock);
  return steps
    .filter(({ when }) => {
      const then = usedWhen(when, clock.goalMs);
      return then !== null && then <= used && !(isUntold && 'minutesOver' in when);
    })
    .map(({ id }) => id);
}
