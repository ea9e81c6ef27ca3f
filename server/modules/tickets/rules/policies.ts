import type { Reason } from '../../../kernel/events.ts';
import { noFacts, type TicketFacts } from './facts.ts';
import { unwatched, type Refused, type Watch } from './watching.ts';
import {
  change,
  changedFields,
  type Changes,
  type ChangedField,
  type TicketState,
} from './ticket.ts';

/** What has just happened to the ticket, beside changes of its fields. */
export type Occurrence =
  | { readonly kind: 'opened' }
  | {
      readonly kind: 'changed';
      readonly fields: readonly ChangedField[];
      /** The ticket as it was, for whoever counts by that until now. */
      readonly before?: TicketState;
    }
  | { readonly kind: 'customer-wrote'; readonly automatic: boolean }
  | { readonly kind: 'agent-answered'; readonly userId: string | null; readonly automatic: boolean }
  | { readonly kind: 'noted'; readonly userId: string | null }
  /** The messages of another ticket have come into this one. */
  | { readonly kind: 'took-in'; readonly ticketId: string }
  /** A time has come that somebody has set; `key` says whose. */
  | { readonly kind: 'time'; readonly key: string };

export type Situation = {
  readonly ticket: TicketState;
  readonly occurrences: readonly Occurrence[];
  readonly now: Date;
  readonly facts: TicketFacts;
  /** Keys of the proposals made so far, here and in whatever this follows from: nobody proposes one of them again. */
  readonly done: ReadonlySet<string>;
};

export type Proposal = {
  readonly changes: Changes;
  readonly reason: Reason;
  /** Made at most once for each thing that happens, however long the chain of its consequences. */
  readonly key?: string;
  /** What has to follow beside changes of the ticket; its policy's `perform` gets it in the same transaction. */
  readonly effect?: unknown;
  /** It would have been made a second time: nothing is done, and the history says who was stopped. */
  readonly cut?: boolean;
};

/**
 * A pure decision over a ticket and what happened to it. It sees no database and no clock, so history can be replayed
 * against it. `settings` were compiled beforehand for the workspace.
 */
export type Policy<Settings = unknown> = {
  readonly name: string;
  decide(situation: Situation, settings: Settings): Proposal | readonly Proposal[] | null;
};

export type LoadedPolicy = {
  readonly policy: Policy;
  readonly settings: unknown;
  /** Of tickets themselves, e.g. that a customer's word brings a ticket back: no guard stands before it. */
  readonly isFree?: boolean;
};

export type Step = {
  readonly before: TicketState;
  readonly after: TicketState;
  readonly reason: Reason | null;
};

export type Effect = { readonly policy: string; readonly effect: unknown };

export type Settled = {
  readonly ticket: TicketState;
  readonly steps: readonly Step[];
  readonly effects: readonly Effect[];
  /** Proposals that a guard has forbidden. */
  readonly refused: readonly Refused[];
  readonly cut: boolean;
  /** Who was stopped, where that is known. */
  readonly cutReason: Reason | null;
};

/** More rounds than any sensible set of rules needs; two rules that undo each other are stopped here, and said so. */
const maxRounds = 8;

type Settling = {
  readonly policies: readonly LoadedPolicy[];
  readonly now: Date;
  readonly facts?: TicketFacts;
  /** Keys of the proposals in whose consequence this happens. */
  readonly done?: readonly string[];
  readonly watch?: Watch;
};

/**
 * Asks every policy, in order, until none has anything to add. In each round a policy sees the ticket as the ones before
 * left it; the next round sees only what the last one changed.
 */
export function settle(
  start: TicketState,
  first: readonly Occurrence[],
  { policies, now, facts = noFacts, done: before = [], watch = unwatched }: Settling,
): Settled {
  const walk: Walk = {
    ticket: start,
    steps: [],
    effects: [],
    refused: [],
    done: new Set(before),
    stopped: null,
  };
  let occurrences = first;
  for (let round = 0; round < maxRounds; round += 1) {
    const ticketBefore = walk.ticket;
    const stepsBefore = walk.steps.length;
    for (const { policy, settings, isFree = false } of policies) {
      const { ticket, done } = walk;
      const proposed = policy.decide({ ticket, occurrences, now, facts, done }, settings);
      for (const proposal of listed(proposed)) {
        take(walk, proposal, { policy: policy.name, isFree, now, watch });
      }
    }
    const fields = changedFields(ticketBefore, walk.ticket);
    if (fields.length === 0) {
      // Steps that lead back to where they began: two of them undo each other, so neither is recorded.
      const undone = walk.steps.splice(stepsBefore).length > 0;
      return settled(walk, ticketBefore, undone);
    }
    occurrences = [{ kind: 'changed', fields, before: ticketBefore }];
  }
  return settled(walk, walk.ticket, true);
}

const none: readonly Proposal[] = [];
const listed = (proposed: Proposal | readonly Proposal[] | null): readonly Proposal[] =>
  proposed === null ? none : Array.isArray(proposed) ? proposed : [proposed as Proposal];

type Walk = {
  ticket: TicketState;
  readonly steps: Step[];
  readonly effects: Effect[];
  readonly refused: Refused[];
  readonly done: Set<string>;
  stopped: Reason | null;
};

type Taking = {
  readonly policy: string;
  readonly isFree: boolean;
  readonly now: Date;
  readonly watch: Watch;
};

function take(walk: Walk, proposal: Proposal, { policy, isFree, now, watch }: Taking) {
  const { changes, reason, key, effect } = proposal;
  if (proposal.cut) {
    walk.stopped ??= reason;
    return;
  }
  const before = walk.ticket;
  const after = watch.complete(before, change(before, changes, now));
  const refusal = isFree ? null : watch.refuse({ before, after, changes, isAsked: false });
  if (refusal) {
    noteRefused(walk, { reason, refusal });
    return;
  }
  if (key !== undefined) {
    walk.done.add(key);
  }
  if (effect !== undefined) {
    walk.effects.push({ policy, effect });
  }
  if (changedFields(before, after).length > 0) {
    walk.steps.push({ before, after, reason });
    walk.ticket = after;
  }
}

/** The next round proposes it once more; it is said once. */
function noteRefused({ refused }: Walk, { reason, refusal }: Refused): void {
  const said = JSON.stringify(reason);
  if (!refused.some((other) => JSON.stringify(other.reason) === said)) {
    refused.push({ reason, refusal });
  }
}

const settled = (
  { steps, effects, refused, stopped }: Walk,
  ticket: TicketState,
  cut: boolean,
): Settled => ({
  ticket,
  steps,
  effects,
  refused,
  cut: cut || stopped !== null,
  cutReason: stopped,
});
