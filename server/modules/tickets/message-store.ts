import type { CommandContext } from '../../kernel/commands.ts';
import type { ComposerTables } from './composer-tables.ts';
import type { TicketRecord } from './store.ts';
import type { TicketTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ComposerTables & TicketTables>();

/** The message as if it had never been; what was said about it stays in the history. */
export async function deleteMessage(ctx: Context, messageId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('held_answer')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('message_id', '=', messageId)
    .execute();
  await tables(ctx)
    .deleteFrom('message')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', messageId)
    .execute();
}

/** Files beside the text of a message, in their order; pictures inside the text are named there. */
export async function filesOfMessage(ctx: Context, messageId: string): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('message_file')
    .select('file_id')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('message_id', '=', messageId)
    .where('inline', '=', false)
    .orderBy('position')
    .execute();
  return rows.map(({ file_id: id }) => id);
}

/** The ticket as this transaction leaves it, whose lock it holds: also when its own change has put it out of sight. */
export async function readLocked(ctx: Context, ticketId: string): Promise<TicketRecord> {
  return tables(ctx)
    .selectFrom('ticket')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow();
}

/** Files by id, with what their bytes are kept under. */
export async function findFiles(ctx: Context, ids: readonly string[]) {
  const rows = await tables(ctx)
    .selectFrom('file')
    .select(['id', 'hash', 'name', 'content_type as contentType', 'size'])
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', 'in', [...ids, '00000000-0000-0000-0000-000000000000'])
    .execute();
  const byId = new Map(rows.map((row) => [row.id, { ...row, size: Number(row.size) }]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What stands below an answer when it leaves, in plain text; kept beside it, so that it is not counted as its words. */
export async function recordSignature(
  ctx: Context,
  { messageId }: { messageId: string },
  signature: string,
): Promise<void> {
  await tables(ctx)
    .updateTable('message')
    .set({ signature })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', messageId)
    .execute();
}
