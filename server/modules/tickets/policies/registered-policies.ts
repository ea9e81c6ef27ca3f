import type { CommandContext } from '../../../kernel/commands.ts';
import { definePoint } from '../../../kernel/extension-points.ts';
import { noNeeds, type FactNeeds, type TicketFacts } from '../rules/facts.ts';
import { ownPolicies } from '../rules/own-policies.ts';
import type { Effect, LoadedPolicy, Policy, Situation } from '../rules/policies.ts';
import type { TicketTables } from '../tables.ts';
import type { TicketState } from '../rules/ticket.ts';

/** A ticket as policies have left it, with what else follows from their decisions. */
export type Performed = {
  readonly ticket: TicketState;
  readonly effects: readonly unknown[];
  readonly facts: TicketFacts;
  /** Keys of the proposals that this itself follows from. */
  readonly follows: readonly string[];
};

/** What is about to be decided. */
export type Asked = Pick<Situation, 'ticket' | 'occurrences'>;

/** @property ahead what `ahead` has given, if it was asked before */
export type Momentary = { readonly settings: unknown; readonly ahead: unknown };

/** A policy of a higher module, with the settings it has compiled for this workspace. */
export type RegisteredPolicy = {
  readonly policy: Policy;
  settings(ctx: CommandContext): Promise<unknown>;
  /** What it must know of this very moment whatever ticket comes in; asked for in the turn that looks up the requester. */
  ahead?(ctx: CommandContext, settings: unknown): Promise<unknown>;
  /** The settings with what it must know of this very moment; asked for in the same turn to the database as the facts. */
  moment?(ctx: CommandContext, asked: Asked, now: Momentary): Promise<unknown>;
  /** People and teams that its settings know by name: the history need not ask for them. */
  nameOf?(settings: unknown, id: string): string | undefined;
  /**
   * Told at once what was decided, before anything else of this process is: what two tickets must not both take.
   * @returns the person for whom it counts the ticket from now on
   */
  note?(performed: Performed, settings: unknown): string | null;
  /** Facts that its conditions ask for; they cost a turn to the database where they are not known anyway. */
  needs?(settings: unknown): FactNeeds;
  /** Writes down what follows beside changes, in the ticket's transaction. */
  perform?(ctx: CommandContext, performed: Performed): Promise<void>;
  /**
   * Keeps rows of its own in step with the ticket, when it has said an effect, before the ticket itself is written; gives what the
   * ticket's row shows of them.
   */
  keep?(ctx: CommandContext, performed: Performed, settings: unknown): Promise<ShownTimes>;
};

/** Columns of the ticket that belong to whoever keeps its clocks. */
export type ShownTimes = Partial<
  Pick<TicketTables['ticket'], 'due_at' | 'clock' | 'first_response_due_at' | 'resolution_due_at'>
>;

export const ticketPolicies = definePoint<RegisteredPolicy>('tickets.policies');

export type Loaded = LoadedPolicy & {
  readonly needs: FactNeeds;
} & Pick<RegisteredPolicy, 'ahead' | 'moment' | 'nameOf' | 'note' | 'perform' | 'keep'>;

const own: readonly Loaded[] = ownPolicies.map((policy) => ({
  policy,
  settings: null,
  needs: noNeeds,
  isFree: true,
}));

export async function loadPolicies(ctx: CommandContext): Promise<Loaded[]> {
  const higher: Loaded[] = [];
  for (const registered of ctx.contributions(ticketPolicies)) {
    const settings = await registered.settings(ctx);
    higher.push({ ...registered, settings, needs: registered.needs?.(settings) ?? noNeeds });
  }
  return [...own, ...higher];
}

/** Everybody with what they must know of now. */
export const atThisMoment = (
  ctx: CommandContext,
  asked: Asked,
  { policies, ahead }: { policies: readonly Loaded[]; ahead: ReadonlyMap<string, unknown> },
): Promise<Loaded[]> =>
  Promise.all(
    policies.map(async (loaded) => {
      const { moment, policy, settings } = loaded;
      const now = { settings, ahead: ahead.get(policy.name) };
      return moment ? { ...loaded, settings: await moment(ctx, asked, now) } : loaded;
    }),
  );

/** The name of a person or a team, where a policy knows it by heart. */
export function nameKnown(policies: readonly Loaded[], id: string): string | undefined {
  for (const { nameOf, settings } of policies) {
    const name = nameOf?.(settings, id);
    if (name !== undefined) {
      return name;
    }
  }
  return undefined;
}

type Settled = Omit<Performed, 'effects'> & { readonly effects: readonly Effect[] };

/** @returns the people for whom somebody counts the ticket from now on */
export function noteEffects(
  policies: readonly Loaded[],
  { effects, ticket, facts, follows }: Settled,
): ReadonlySet<string> {
  const counted = new Set<string>();
  for (const { policy, settings, note } of effects.length > 0 ? policies : []) {
    const its = effects.filter((each) => each.policy === policy.name).map(({ effect }) => effect);
    if (note && its.length > 0) {
      const person = note({ ticket, effects: its, facts, follows }, settings);
      if (person !== null) {
        counted.add(person);
      }
    }
  }
  return counted;
}

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

export async function keepInStep(
  ctx: CommandContext,
  policies: readonly Loaded[],
  { effects, ticket, facts, follows }: Settled,
): Promise<ShownTimes> {
  let shown: ShownTimes = {};
  if (effects.length === 0) {
    return shown;
  }
  for (const { policy, settings, keep } of policies) {
    const its = effects.filter((each) => each.policy === policy.name).map(({ effect }) => effect);
    if (keep && its.length > 0) {
      shown = {
        ...shown,
        ...(await keep(ctx, { ticket, effects: its, facts, follows }, settings)),
      };
    }
  }
  return shown;
}
