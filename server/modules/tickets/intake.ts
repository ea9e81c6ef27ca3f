import { sql, type SqlBool } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import type { TicketTables } from './tables.ts';
import { livingTicketId } from './moves/living-ticket.ts';
import type { TicketRecord } from './store.ts';
import { visibleTo } from './visibility.ts';

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

/** One statement, since every answer that comes in asks it; a merged ticket is rare and costs another. */
async function lockPlace(
  ctx: CommandContext,
  { ticketId, messageId }: { ticketId: string; messageId: string | null },
): Promise<TicketRecord | undefined> {
  const { workspaceId } = ctx.actor;
  return ctx.tx
    .withTables<TicketTables>()
    .selectFrom('ticket')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where(
      sql<SqlBool>`id = coalesce((select ticket_id from message where workspace_id = ${workspaceId}
        and id = ${messageId}), ${ticketId}::uuid)`,
    )
    .where(visibleTo(ctx.actor))
    .forUpdate()
    .executeTakeFirst();
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
