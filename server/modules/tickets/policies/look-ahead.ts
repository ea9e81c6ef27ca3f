import type { CommandContext } from '../../../kernel/commands.ts';
import { joinNeeds } from '../conditions/compile.ts';
import type { TicketFacts } from '../rules/facts.ts';
import { readContactFacts } from './queries/read-facts.ts';
import { loadPolicies } from './registered-policies.ts';

/** What was asked for a ticket before it is known who its requester is. */
export type LookedAhead = {
  /** What policies must know of this moment, by their names. */
  readonly moments: ReadonlyMap<string, unknown>;
  /** Of whoever a contact point belongs to; null: nobody asks, or it belongs to nobody. */
  readonly requester: { readonly id: string; readonly facts: TicketFacts } | null;
};

/**
 * Asks the database in the same turn as whoever looks up the requester of a new ticket, so that a ticket about which much is decided
 * takes no turn more than one about which nothing is.
 *
 * @param contact normalized; null where it cannot be known yet
 */
export async function lookAhead(
  ctx: CommandContext,
  contact: { readonly kind: string; readonly normalized: string } | null,
): Promise<LookedAhead> {
  const policies = await loadPolicies(ctx);
  const needs = joinNeeds(policies.map((policy) => policy.needs));
  const asking = policies.filter(({ ahead }) => ahead);
  const [requester, ...moments] = await Promise.all([
    contact && needs.requester ? readContactFacts(ctx.tx, ctx.actor.workspaceId, contact) : null,
    ...asking.map(({ ahead, settings }) => ahead?.(ctx, settings)),
  ]);
  return {
    requester,
    moments: new Map(asking.map(({ policy }, at) => [policy.name, moments[at]])),
  };
}
