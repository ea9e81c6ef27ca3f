import type { CommandContext } from '../../../kernel/commands.ts';
import { definePoint } from '../../../kernel/extension-points.ts';
import { noNeeds, type FactNeeds, type TicketFacts } from '../rules/facts.ts';
import { ownPolicies } from '../rules/own-policies.ts';
import type { Effect, LoadedPolicy, Policy } from '../rules/policies.ts';
import type { TicketState } from '../rules/ticket.ts';

/** A ticket as policies have left it, with what else follows from their decisions. */
export type Performed = {
  readonly ticket: TicketState;
  readonly effects: readonly unknown[];
  readonly facts: TicketFacts;
  /** Keys of the proposals that this itself follows from. */
  readonly follows: readonly string[];
};

/** A policy of a higher module, with the settings it has compiled for this workspace. */
export type RegisteredPolicy = {
  readonly policy: Policy;
  settings(ctx: CommandContext): Promise<unknown>;
  /** Facts that its conditions ask for; they cost a turn to the database where they are not known anyway. */
  needs?(settings: unknown): FactNeeds;
  /** Writes down what follows beside changes, in the ticket's transaction. */
  perform?(ctx: CommandContext, performed: Performed): Promise<void>;
};

export const ticketPolicies = definePoint<RegisteredPolicy>('tickets.policies');

export type Loaded = LoadedPolicy & {
  readonly needs: FactNeeds;
  readonly perform?: RegisteredPolicy['perform'];
};

const own: readonly Loaded[] = ownPolicies.map((policy) => ({
  policy,
  settings: null,
  needs: noNeeds,
}));

export async function loadPolicies(ctx: CommandContext): Promise<Loaded[]> {
  const higher: Loaded[] = [];
  for (const registered of ctx.contributions(ticketPolicies)) {
    const settings = await registered.settings(ctx);
    const needs = registered.needs?.(settings) ?? noNeeds;
    higher.push({ policy: registered.policy, settings, needs, perform: registered.perform });
  }
  return [...own, ...higher];
}

type Settled = Omit<Performed, 'effects'> & { readonly effects: readonly Effect[] };

export async function performEffects(
  ctx: CommandContext,
  policies: readonly Loaded[],
  { effects, ticket, facts, follows }: Settled,
): Promise<void> {
  if (effects.length === 0) {
    return;
  }
  for (const { policy, perform } of policies) {
    const its = effects.filter((each) => each.policy === policy.name).map(({ effect }) => effect);
    if (perform && its.length > 0) {
      await perform(ctx, { ticket, effects: its, facts, follows });
    }
  }
}
