import type { Actor } from '../../../kernel/actor.ts';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { definePoint } from '../../../kernel/extension-points.ts';
import type { Occurrence } from '../rules/policies.ts';
import { change, type Changes, type TicketState } from '../rules/ticket.ts';
import { unwatched, type GuardRefusal, type Refused, type Watch } from '../rules/watching.ts';

/** A step that somebody wants a ticket to take. */
export type GuardQuestion = {
  readonly before: TicketState;
  readonly after: TicketState;
  /** As it was said, before anything followed from it. */
  readonly changes: Changes;
  readonly occurrences: readonly Occurrence[];
  /** Who asks; null: a policy proposes it. */
  readonly actor: Pick<Actor, 'kind' | 'permissions'> | null;
  readonly facts: unknown;
};

/**
 * What a higher module has to say about every change before it is made: what follows from it by definition, and whether
 * it may be. Both are pure, so that a screen can ask beforehand and history can be replayed.
 */
export type TicketGuard = {
  readonly name: string;
  /** Compiled for the workspace. */
  settings(ctx: CommandContext): Promise<unknown>;
  /** What it has to know beside the ticket; read only where its settings ask for that. */
  facts?(ctx: CommandContext, ticket: TicketState, settings: unknown): Promise<unknown>;
  /** Null: nothing follows. */
  complete?(before: TicketState, after: TicketState, settings: unknown): Changes | null;
  refuse(question: GuardQuestion, settings: unknown): GuardRefusal | null;
};

export const ticketGuards = definePoint<TicketGuard>('tickets.guards');

type Asking = {
  readonly ticket: TicketState;
  /** A new ticket has no past that a guard could ask about. */
  readonly isNew?: boolean;
  readonly occurrences: readonly Occurrence[];
};

/** The guards of the workspace, ready for one change of one ticket. */
export async function loadGuards(
  ctx: CommandContext,
  { ticket, isNew = false, occurrences }: Asking,
): Promise<Watch> {
  const guards = ctx.contributions(ticketGuards);
  if (guards.length === 0) {
    return unwatched;
  }
  const loaded: { guard: TicketGuard; settings: unknown; facts: unknown }[] = [];
  for (const guard of guards) {
    const settings = await guard.settings(ctx);
    const facts = isNew ? undefined : await guard.facts?.(ctx, ticket, settings);
    loaded.push({ guard, settings, facts });
  }
  return {
    complete: (before, after) =>
      loaded.reduce((state, { guard, settings }) => {
        const more = guard.complete?.(before, state, settings);
        return more ? change(state, more, ctx.now) : state;
      }, after),
    refuse(step) {
      const actor = step.isAsked ? ctx.actor : null;
      for (const { guard, settings, facts } of loaded) {
        const refusal = guard.refuse({ ...step, occurrences, actor, facts }, settings);
        if (refusal) {
          return refusal;
        }
      }
      return null;
    },
  };
}

/** Only people and programs are told no; what the product does by itself was thought of before. */
const isGuarded = ({ kind }: Actor): boolean => kind === 'user' || kind === 'token';

/**
 * A ticket that begins with values of own fields that are wrong: a person is told, and it does not begin; what comes by itself
 * begins without them, and its history says so. @throws Refusal
 */
export function withoutWrongValues(
  ctx: CommandContext,
  watch: Watch,
  { before, after }: Pick<Step, 'before' | 'after'>,
): { readonly ticket: TicketState; readonly refused: readonly Refused[] } {
  const step = { before, after, changes: { fields: after.fields } };
  mustBeAllowed(ctx, watch, step);
  const refusal = isGuarded(ctx.actor) ? null : watch.refuse({ ...step, isAsked: false });
  if (refusal === null) {
    return { ticket: after, refused: [] };
  }
  const wrong = new Set(refusal.errors?.map(({ field }) => field));
  const fields = Object.entries(after.fields).filter(([name]) => !wrong.has(`fields.${name}`));
  return {
    ticket: { ...after, fields: Object.fromEntries(fields) },
    refused: [{ reason: { code: 'opened', params: {} }, refusal }],
  };
}

type Step = {
  readonly before: TicketState;
  readonly after: TicketState;
  readonly changes: Changes;
};

/** @throws Refusal where a guard forbids what was asked for */
export function mustBeAllowed({ actor }: CommandContext, watch: Watch, step: Step): void {
  const refusal = isGuarded(actor) ? watch.refuse({ ...step, isAsked: true }) : null;
  if (refusal) {
    const { code, detail, errors } = refusal;
    throw new Refusal('not_allowed', code, {
      ...(detail !== undefined && { detail }),
      ...(errors && { errors }),
    });
  }
}
