import type { Reason } from '../../../kernel/events.ts';
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
  | { readonly kind: 'changed'; readonly fields: readonly ChangedField[] }
  | { readonly kind: 'customer-wrote'; readonly automatic: boolean }
  | { readonly kind: 'agent-answered'; readonly userId: string | null; readonly automatic: boolean }
  | { readonly kind: 'noted'; readonly userId: string | null };

export type Situation = {
  readonly ticket: TicketState;
  readonly occurrences: readonly Occurrence[];
  readonly now: Date;
};

export type Proposal = { readonly changes: Changes; readonly reason: Reason };

/**
 * A pure decision over a ticket and what happened to it. It sees no database and no clock, so history can be replayed
 * against it. `settings` were compiled beforehand for the workspace.
 */
export type Policy<Settings = unknown> = {
  readonly name: string;
  decide(situation: Situation, settings: Settings): Proposal | null;
};

export type LoadedPolicy = { readonly policy: Policy; readonly settings: unknown };

export type Step = {
  readonly before: TicketState;
  readonly after: TicketState;
  readonly reason: Reason | null;
};

export type Settled = {
  readonly ticket: TicketState;
  readonly steps: readonly Step[];
  readonly cut: boolean;
};

/** More rounds than any sensible set of rules needs; two rules that undo each other are stopped here, and said so. */
const maxRounds = 8;

/**
 * Asks every policy, in order, until none has anything to add. In each round a policy sees the ticket as the ones before
 * left it; the next round sees only what the last one changed.
 */
export function settle(
  start: TicketState,
  first: readonly Occurrence[],
  { policies, now }: { policies: readonly LoadedPolicy[]; now: Date },
): Settled {
  const steps: Step[] = [];
  let ticket = start;
  let occurrences = first;
  for (let round = 0; round < maxRounds; round += 1) {
    const before = ticket;
    const stepsBefore = steps.length;
    for (const { policy, settings } of policies) {
      const proposal = policy.decide({ ticket, occurrences, now }, settings);
      const after = proposal ? change(ticket, proposal.changes, now) : ticket;
      if (proposal && changedFields(ticket, after).length > 0) {
        steps.push({ before: ticket, after, reason: proposal.reason });
        ticket = after;
      }
    }
    const fields = changedFields(before, ticket);
    if (fields.length === 0) {
      // Steps that lead back to where they began: two of them undo each other, so neither is recorded.
      return {
        ticket: before,
        steps: steps.slice(0, stepsBefore),
        cut: steps.length > stepsBefore,
      };
    }
    occurrences = [{ kind: 'changed', fields }];
  }
  return { ticket, steps, cut: true };
}
