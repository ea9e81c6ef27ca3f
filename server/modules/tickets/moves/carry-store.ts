import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import type { ComposerTables } from '../composer-tables.ts';

type Way = { readonly from: string; readonly to: string };

/** Answers that wait for their time go where the conversation goes; `ids` null: all of them. Which went. */
export async function movePlanned(
  ctx: CommandContext,
  { from, to }: Way,
  ids: readonly string[] | null,
): Promise<string[]> {
  const rows = await ctx.tx
    .withTables<ComposerTables>()
    .updateTable('planned_answer')
    .set({ ticket_id: to })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('ticket_id', '=', from)
    .where(sql<boolean>`(${sql.val(ids)}::uuid[] is null or id = any(${sql.val(ids)}::uuid[]))`)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * What is half written goes along, for each author and kind. Where its author writes in the other ticket too, it stays: two texts
 * are not mixed behind somebody's back.
 */
export async function moveDrafts(ctx: CommandContext, { from, to }: Way): Promise<void> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ user_id: string; kind: string; edition: string }>`
    update draft set ticket_id = ${to} where workspace_id = ${workspaceId} and ticket_id = ${from}
      and not exists (select from draft other where other.workspace_id = draft.workspace_id
        and other.user_id = draft.user_id and other.ticket_id = ${to} and other.kind = draft.kind)
    returning user_id, kind, edition`.execute(ctx.tx);
  for (const { user_id: userId, kind, edition } of rows) {
    whisper(ctx, { to: [userId], event: 'draft', words: { ticketId: from, kind, edition: null } });
    whisper(ctx, { to: [userId], event: 'draft', words: { ticketId: to, kind, edition } });
  }
}
