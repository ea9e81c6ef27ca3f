import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';

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
