import type { CommandContext } from '../../kernel/commands.ts';
import type { TicketTables } from './tables.ts';
import { livingTicketId, lockPlace } from './moves/place-store.ts';
import type { TicketRecord } from './store.ts';

/**
 * The ticket a letter answers into, wherever merges and splits have taken it: `messageId` is the message of ours that it
 * answers. Null when it is gone, so that the letter opens a new one instead of being lost.
 */
export async function lockTicketForIntake(
  ctx: CommandContext,
  ticketId: string,
  messageId: string | null = null,
): Promise<TicketRecord | null> {
  const row = await lockPlace(ctx, { ticketId, messageId });
  if (!row || row.merged_into === null) {
    return row ?? null;
  }
  return lockTicketForIntake(ctx, await livingTicketId(ctx, row.id));
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
