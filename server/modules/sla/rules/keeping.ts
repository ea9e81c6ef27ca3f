import type { Priority } from '../../tickets/public.ts';
import {
  pauseClock,
  startClock,
  takeTime,
  usedBy,
  type Clock,
  type ClockState,
  type Terms,
} from './clock.ts';
import type { Applied, Decided, Status } from './decide.ts';
import { endsWithTicket, type Clocks } from './promises.ts';

/** By which priority a clock that is kept began. */
export type Keeping = {
  readonly target: string;
  readonly policyId: string;
  readonly priority: Priority | null;
  readonly state: ClockState;
};

/** A policy that stays with the first priority: clocks that are under way, or may be taken up again, keep the goal they began with. */
export function keepingGoals(applied: Applied, keeping: readonly Keeping[]): Applied {
  if (applied.onPriority !== 'stay') {
    return applied;
  }
  const keptGoals = new Map<string, number>();
  for (const { target, policyId, priority, state } of keeping) {
    const goesOn = endsWithTicket(target) && applied.onReopen === 'continue';
    const isKept = policyId === applied.id && (state !== 'stopped' || goesOn);
    const goalMs = isKept && priority !== null ? applied.goalMs(target, priority) : null;
    if (goalMs !== null) {
      keptGoals.set(target, goalMs);
    }
  }
  return { ...applied, keptGoals };
}

const underWay: ReadonlySet<Status> = new Set(['running', 'paused']);

type Taking = {
  /** Clocks of the tickets that have become parts of this one. */
  readonly others: Clocks;
  readonly status: Status;
  readonly at: number;
};

/** After a merge whoever has waited longer counts: a question that came along does not begin to wait anew. */
export function takeOver(decided: Decided, { others, status, at }: Taking): Decided {
  const { applied } = decided;
  if (applied?.onMerge !== 'longest' || !underWay.has(status)) {
    return decided;
  }
  const clocks = new Map(decided.clocks);
  for (const other of [...others.values()].filter(({ state }) => state !== 'stopped')) {
    const target = answeredBy(other.target, clocks);
    const terms = applied.terms.get(target);
    const longer = terms && longerOf(other, clocks.get(target), { target, terms, at });
    if (terms && longer) {
      clocks.set(target, status === 'paused' ? pauseClock(longer, terms, at) : longer);
    }
  }
  return { ...decided, clocks };
}

type Comparing = { readonly target: string; readonly terms: Terms; readonly at: number };

/** This ticket's clock with the time of the other one; null: it has used as much itself. */
function longerOf(
  other: Clock,
  own: Clock | undefined,
  { target, terms, at }: Comparing,
): Clock | null {
  const mine = own && own.state !== 'stopped' ? own : begun(target, own, { terms, at });
  const usedMs = usedBy(other, at, terms.keeper);
  if (!mine || usedMs <= usedBy(mine, at, terms.keeper)) {
    return null;
  }
  return takeTime(mine, usedMs, { ...terms, goalMs: mine.goalMs }, at);
}

/** Who was answered once already waits for the next response, also with the first question of another ticket. */
const answeredBy = (target: string, clocks: Clocks): string =>
  target === 'first_response' && (clocks.get(target)?.state ?? 'stopped') === 'stopped'
    ? 'next_response'
    : target;

/** Only a question begins to wait by coming along; what has ended with the ticket stays ended. */
function begun(
  target: string,
  own: Clock | undefined,
  { terms, at }: Pick<Comparing, 'terms' | 'at'>,
): Clock | null {
  return target === 'next_response'
    ? { ...startClock(target, terms, at), slowestMs: own?.slowestMs ?? null }
    : null;
}
