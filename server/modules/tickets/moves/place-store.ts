import { sql, type SqlBool } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { TicketRecord } from '../store.ts';
import type { TicketTables } from '../tables.ts';
import { visibleTo } from '../visibility.ts';

/** One statement, since every answer that comes in asks it; a merged ticket is rare and costs another. */
export async function lockPlace(
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

/** The end of a ticket's merges: the one that takes messages now. */
export async function livingTicketId(
  ctx: Pick<CommandContext, 'tx' | 'actor'>,
  ticketId: string,
): Promise<string> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ id: string }>`
    with recursive home as (
      select id, merged_into from ticket where workspace_id = ${workspaceId} and id = ${ticketId}
      union all
      select next.id, next.merged_into from home
        join ticket next on next.workspace_id = ${workspaceId} and next.id = home.merged_into
    ) select id from home where merged_into is null`.execute(ctx.tx);
  return rows[0]?.id ?? ticketId;
}
