import {
  isOpen,
  type ConditionSubject,
  type Occurrence,
  type Policy,
  type Priority,
  type TicketState,
} from '../tickets/public.ts';
import { decideEscalation, type FiredStep } from './escalation/decide-escalation.ts';
import { noSteps, type StepState } from './escalation/steps.ts';
import {
  decideClocks,
  holding,
  type Applied,
  type Decided,
  type Kept,
  type Status,
} from './rules/decide.ts';
import { keepingGoals, takeOver, type Keeping } from './rules/keeping.ts';
import type { Clocks, Happening } from './rules/promises.ts';
import type { SlaSettings } from './settings.ts';

/**
 * What the clocks of one ticket become after what happened to it: pure, so that the present (`keep-clocks.ts`), a draft of a setting
 * and a replay of the past decide alike.
 */

/** Asks for its clocks to be kept whenever something happens that they may count by. */
export const slaClocks: Policy<SlaSettings> = {
  name: 'sla.clocks',
  decide({ occurrences }, settings) {
    const counted = occurrences.filter(({ kind }) => kind !== 'noted');
    return settings.empty || counted.length === 0
      ? null
      : { changes: {}, reason: { code: 'sla' }, effect: counted };
  },
};

/** All that is kept of a ticket's clocks from one event to the next. */
export type TicketClocks = {
  readonly policyId: string | null;
  readonly clocks: Clocks;
  /** By target, as the next two. */
  readonly steps: ReadonlyMap<string, StepState>;
  /** By which priority a clock began; null: it began before that was kept. */
  readonly priorities: ReadonlyMap<string, Priority | null>;
};

export const noClocks: TicketClocks = {
  policyId: null,
  clocks: new Map(),
  steps: new Map(),
  priorities: new Map(),
};

export type KeepingAsked = {
  readonly subject: ConditionSubject;
  readonly before: TicketClocks;
  /** Clocks of tickets whose messages have just come into this one. */
  readonly takenIn?: Clocks;
  readonly happened: readonly Occurrence[];
};

export type KeepingDecided = {
  /** The policy of the clocks before; null also where it is gone. */
  readonly was: Applied | null;
  readonly after: Decided;
  readonly kept: TicketClocks;
  readonly fires: readonly FiredStep[];
};

export function decideKeeping(
  { subject, before, takenIn = new Map(), happened }: KeepingAsked,
  settings: SlaSettings,
): KeepingDecided {
  const { ticket, now } = subject;
  const at = now.getTime();
  const goalsOf = (applied: Applied | null) =>
    applied?.onPriority === 'stay' ? keepingGoals(applied, keepingOf(before)) : applied;
  const { policyId, clocks, steps } = before;
  const policyOf = (counted: TicketState) =>
    policyId === null ? null : goalsOf(settings.byId(policyId, counted));
  const [earlier, held] = [asItWas(happened, ticket), policyOf(ticket)];
  const was: Kept = { applied: earlier === ticket ? held : policyOf(earlier), clocks };
  const next = holding(held, goalsOf(settings.fitting(subject)));
  const status = statusOf(ticket, next?.pausedIn ?? []);
  const decided = decideClocks(was, {
    at,
    happened: happened.flatMap((one) => happeningOf(one, at)),
    status,
    next,
    createdAt: ticket.createdAt.getTime(),
    answered: ticket.firstRespondedAt !== null,
    reprioritized: happened.some(
      (one) => one.kind === 'changed' && one.fields.includes('priority'),
    ),
  });
  const after = takeOver(decided, { others: takenIn, status, at });
  const { states, fires } = decideEscalation({
    before: was,
    steps,
    after,
    at,
    moved: happened.length > 0,
  });
  return {
    was: was.applied,
    after,
    kept: {
      policyId: after.applied?.id ?? null,
      clocks: after.clocks,
      steps: states,
      priorities: prioritiesOf(before, after, ticket.priority),
    },
    fires,
  };
}

/** Until now its time ran by the calendar of the team, and towards the goal of the priority, that it had. */
function asItWas(happened: readonly Occurrence[], ticket: TicketState): TicketState {
  const first = happened.find((one) => one.kind === 'changed' && one.before !== undefined);
  return first?.kind === 'changed' ? (first.before ?? ticket) : ticket;
}

const keepingOf = ({ policyId, clocks, priorities }: TicketClocks): Keeping[] =>
  policyId === null
    ? []
    : [...clocks.values()].map(({ target, state }) => ({
        target,
        policyId,
        priority: priorities.get(target) ?? null,
        state,
      }));

/** A policy that stays with the first priority remembers it for as long as it holds and the round of the clock lasts. */
function prioritiesOf(
  { policyId, clocks, priorities }: TicketClocks,
  { applied, clocks: next }: Decided,
  priority: Priority,
): ReadonlyMap<string, Priority> {
  const stays = applied?.onPriority === 'stay' && applied.id === policyId;
  const after = new Map<string, Priority>();
  for (const [target, { startedAt }] of next) {
    const goesOn = stays && clocks.get(target)?.startedAt === startedAt;
    after.set(target, (goesOn && priorities.get(target)) || priority);
  }
  return after;
}

/** When something is due by time alone: an alarm, or a step of escalation; null: nothing is. */
export function nextMoment({ clocks, steps }: TicketClocks): number | null {
  let next: number | null = null;
  for (const [target, { alarmAt }] of clocks) {
    for (const at of [alarmAt, (steps.get(target) ?? noSteps).at]) {
      if (at !== null && (next === null || at < next)) {
        next = at;
      }
    }
  }
  return next;
}

function happeningOf(one: Occurrence, at: number): Happening[] {
  if (one.kind === 'customer-wrote') {
    return one.automatic ? [] : [{ kind: 'customer-wrote', at }];
  }
  return one.kind === 'agent-answered' && !one.automatic ? [{ kind: 'answered', at }] : [];
}

const statusOf = ({ status, mergedInto }: TicketState, pausedIn: readonly string[]): Status => {
  if (mergedInto !== null || status === 'spam') {
    return 'void';
  }
  if (!isOpen(status)) {
    return 'finished';
  }
  return pausedIn.includes(status) ? 'paused' : 'running';
};
