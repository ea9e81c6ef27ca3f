import type { CommandContext } from '../../../kernel/commands.ts';
import { effectFailed } from '../events.ts';
import type { lockEffect } from './effect-store.ts';

type Effect = NonNullable<Awaited<ReturnType<typeof lockEffect>>>;

/** It is over and nothing came of it: whoever looks after rules has to hear of it. */
export const tellFailed = (ctx: CommandContext, effect: Effect, problem: string | null): void => {
  const { id: effectId, rule_id: ruleId, rule_name: rule, ticket_id: ticketId } = effect;
  ctx.emit(
    effectFailed,
    { ruleId, rule, effectId, ticketId, problem: problem ?? '' },
    { ticketId },
  );
};
