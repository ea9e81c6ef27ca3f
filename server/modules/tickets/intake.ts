import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { TicketTables } from './tables.ts';
import { lockTicket, type TicketRecord } from './store.ts';

/** The ticket a letter answers into; null when it is gone, so that the letter opens a new one instead of being lost. */
export async function lockTicketForIntake(
  ctx: CommandContext,
  ticketId: string,
): Promise<TicketRecord | null> {
  try {
    return await lockTicket(ctx, ticketId);
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'not_found') {
      return null;
    }
    throw error;
  }
}

/** For the short signed mark in a subject: only together with its signature does a number lead to a ticket. */
export async function findTicketNumber(
  ctx: CommandContext,
  number: number,
): Promise<string | null> {
  const row = await ctx.tx
    .withTables<TicketTables>()
    .selectFrom('ticket')
    .select('id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
}
