import type { CommandContext } from '../../../kernel/commands.ts';
import type { TicketRecord } from '../../tickets/public.ts';
import { momentOf } from '../queries/due-tickets.ts';
import { findTrigger, noteTimer } from '../rule-store.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

/**
 * What a rule of time does to a ticket does not begin its own time anew: "three days without a change: write a note" would
 * write one every three days for ever, since its note is a change. Somebody else's word or change does.
 */
export async function passOwnMoment(
  ctx: Context,
  ruleId: string,
  ticket: TicketRecord,
): Promise<void> {
  const trigger = await findTrigger(ctx, ruleId);
  const since = trigger && 'since' in trigger ? momentOf(trigger.since, ticket) : null;
  if (since) {
    await noteTimer(ctx, { ruleId, ticketId: ticket.id, since });
  }
}
