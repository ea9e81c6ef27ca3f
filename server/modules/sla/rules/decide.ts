import { isBreached, passAlarms, retime, startClock, type Clock, type Terms } from './clock.ts';
import type { Step } from '../escalation/steps.ts';
import type { Priority } from '../../tickets/public.ts';
import { afterThat, termsOfRound, type Clocks, type Happening, type Promises } from './promises.ts';

/** What a policy promises one ticket, as it is now. */
export type Applied = Promises & {
  readonly id: string;
  readonly name: string;
  /** Switched on. One that is not holds no ticket back. */
  readonly active: boolean;
  /** In which statuses its clocks stand. */
  readonly pausedIn: readonly string[];
  /** What becomes of its clocks when another policy comes to fit. */
  readonly onChange: 'keep' | 'restart' | 'stay';
  /** What another priority does to the clocks. */
  readonly onPriority: 'keep' | 'restart' | 'stay';
  readonly onMerge: 'longest' | 'own';
  /** What happens around a breach, by target. */
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  /** The time of a target for some priority; null: the policy does not promise it. */
  goalMs(target: string, priority: Priority): number | null;
};

export type Kept = {
  /** The policy that the clocks run by; null where there is none, or it is gone. */
  readonly applied: Applied | null;
  readonly clocks: Clocks;
};

/** The policy by which the clocks go on: the one that fits now, unless the one before holds on to its ticket. */
export const holding = (held: Applied | null, fitting: Applied | null): Applied | null =>
  held?.active === true && held.onChange === 'stay' ? held : fitting;

/** `void`: spam, or a part of another ticket; nothing is promised, and nothing is kept or broken. */
export type Status = 'running' | 'paused' | 'finished' | 'void';

export type Told = {
  readonly kind: 'warned' | 'breached' | 'met' | 'paused' | 'resumed';
  readonly target: string;
  readonly share?: number;
};

export type Decided = Kept & { readonly told: readonly Told[] };

export type Now = {
  readonly at: number;
  readonly happened: readonly Happening[];
  readonly status: Status;
  /** The policy by which the clocks go on. */
  readonly next: Applied | null;
  /** When the ticket began, and whether somebody has answered it. */
  readonly createdAt: number;
  readonly answered: boolean;
  /** The priority is another one than before. */
  readonly reprioritized?: boolean;
};

/** The clocks of a ticket after what happened to it, and what is worth telling. */
export function decideClocks(before: Kept, now: Now): Decided {
  const told: Told[] = [];
  const due = ringing(before, now.at, told);
  // What another policy or goal finds broken already is told before it can be met.
  const moved = ringing(underPolicy(due, now), now.at, told);
  const { applied } = moved;
  if (!applied) {
    return { applied: null, clocks: new Map(), told };
  }
  let { clocks } = moved;
  for (const happening of now.happened) {
    clocks = afterThat(clocks, happening, applied);
  }
  clocks = inStatus(clocks, now, applied);
  tellEndings(moved.clocks, clocks, told);
  tellStanding(due.clocks, clocks, told);
  return { applied, clocks, told };
}

/** Alarms whose time has come; told before anything else changes. */
export function ringing({ applied, clocks }: Kept, at: number, told: Told[]): Kept {
  let next: Map<string, Clock> | null = null;
  for (const [target, clock] of clocks) {
    const terms = applied?.terms.get(target);
    if (!terms || clock.alarmAt === null || clock.alarmAt > at) {
      continue;
    }
    const passed = passAlarms(clock, terms, at);
    if (passed.alarm) {
      const { share } = passed.alarm;
      told.push(share === 1 ? { kind: 'breached', target } : { kind: 'warned', target, share });
      next ??= new Map(clocks);
      next.set(target, passed.clock);
    }
  }
  return { applied, clocks: next ?? clocks };
}

function underPolicy({ applied, clocks }: Kept, now: Now): Kept {
  const { next } = now;
  if (!next) {
    return { applied: null, clocks: new Map() };
  }
  if (clocks.size === 0 && !applied) {
    return { applied: next, clocks: begun(next, now) };
  }
  const moved = new Map<string, Clock>();
  for (const [target, terms] of next.terms) {
    const clock = clocks.get(target);
    if (clock) {
      moved.set(target, underTerms(clock, { applied, next, terms, now }));
    } else if (starts(target, now)) {
      moved.set(target, startClock(target, terms, beginningOf(target, now)));
    }
  }
  return { applied: next, clocks: moved };
}

function underTerms(clock: Clock, moving: Moving): Clock {
  const { applied, next, terms, now } = moving;
  const { target, slowestMs } = clock;
  return beginsAnew(clock, moving)
    ? { ...startClock(target, terms, now.at), slowestMs }
    : onTerms(
        clock,
        applied?.terms.get(target) ?? terms,
        termsOfRound(target, terms, next),
        now.at,
      );
}

type Moving = {
  /** Null: the policy of the clocks is gone. */
  readonly applied: Applied | null;
  readonly next: Applied;
  readonly terms: Terms;
  readonly now: Now;
};

function beginsAnew(clock: Clock, { applied, next, terms, now }: Moving): boolean {
  if (clock.state === 'stopped') {
    return false;
  }
  return applied?.id === next.id
    ? next.onPriority === 'restart' && now.reprioritized === true && clock.goalMs !== terms.goalMs
    : applied?.active === true && applied.onChange === 'restart';
}

/** Also when the setting itself has changed since: what it says now holds. */
function onTerms(clock: Clock, before: Terms, terms: Terms, at: number): Clock {
  const next = retime(clock, before, terms, at);
  const same =
    // By another calendar it has to be known since when, though nothing else is different yet.
    before.keeper === terms.keeper &&
    next.goalMs === clock.goalMs &&
    next.dueAt === clock.dueAt &&
    next.alarmAt === clock.alarmAt &&
    next.stage === clock.stage &&
    next.breachedAt === clock.breachedAt;
  return same ? clock : next;
}

/** A policy that comes later counts from the beginning of the ticket; what is done is done. */
function begun(applied: Applied, now: Now): Clocks {
  const opened = afterThat(new Map(), { kind: 'opened', at: now.createdAt }, applied);
  const next = new Map(opened);
  if (now.answered) {
    next.delete('first_response');
  }
  const update = applied.terms.get('update');
  if (update) {
    next.set('update', startClock('update', update, beginningOf('update', now)));
  }
  return next;
}

/** When the last news was is not kept: whoever has had some waits from now on, not from the beginning. */
const beginningOf = (target: string, { answered, createdAt, at }: Now): number =>
  target === 'update' && answered ? at : createdAt;

const starts = (target: string, { answered }: Now): boolean =>
  target !== 'next_response' && !(target === 'first_response' && answered);

function inStatus(clocks: Clocks, { status, at }: Now, applied: Applied): Clocks {
  if (status === 'void') {
    return afterThat(clocks, { kind: 'paused', at }, applied);
  }
  if (status === 'finished') {
    return afterThat(
      afterThat(clocks, { kind: 'finished', at }, applied),
      { kind: 'paused', at },
      applied,
    );
  }
  const open = afterThat(clocks, { kind: 'reopened', at }, applied);
  return afterThat(open, { kind: status === 'paused' ? 'paused' : 'resumed', at }, applied);
}

/** What has come to its end is kept or broken, also where the next round begins at once. */
function tellEndings(before: Clocks, after: Clocks, told: Told[]): void {
  for (const [target, clock] of after) {
    const was = before.get(target);
    const goesOn = clock.state !== 'stopped' && clock.startedAt === was?.startedAt;
    if (was && was.state !== 'stopped' && !goesOn && !isBreached(was)) {
      // It had waited with more used than is promised by now; of one that ran, the breach is told already.
      const isLate = was.state === 'paused' && was.usedMs >= was.goalMs;
      told.push({ kind: isLate ? 'breached' : 'met', target });
    }
  }
}

function tellStanding(before: Clocks, after: Clocks, told: Told[]): void {
  for (const [target, { state }] of after) {
    const was = before.get(target)?.state;
    if (was === undefined || was === state) {
      continue;
    }
    if (state === 'paused') {
      told.push({ kind: 'paused', target });
    } else if (state === 'running' && was === 'paused') {
      told.push({ kind: 'resumed', target });
    }
  }
}

export type ShownClock = {
  readonly target: string;
  readonly state: 'running' | 'paused' | 'breached';
  readonly dueAt: number | null;
  readonly warnAt: number | null;
};

/** Of several clocks the one that is due first; of waiting ones the first. */
export function shownOf({ applied, clocks }: Kept): ShownClock | null {
  const running = [...clocks.values()]
    .filter(({ state, dueAt }) => state === 'running' && dueAt !== null)
    .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0));
  const [clock] = running;
  if (clock && applied) {
    return {
      target: clock.target,
      state: isBreached(clock) ? 'breached' : 'running',
      dueAt: clock.dueAt,
      warnAt: clock.stage > 0 ? clock.startedAt : clock.alarmAt,
    };
  }
  const paused = [...clocks.values()].find(({ state }) => state === 'paused');
  return paused ? { target: paused.target, state: 'paused', dueAt: null, warnAt: null } : null;
}
