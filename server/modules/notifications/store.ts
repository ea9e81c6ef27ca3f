import type { CommandContext } from '../../kernel/commands.ts';
import type { NoticeTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<NoticeTables>();

/** Users who did not have it yet. */
export async function insertNotices(
  ctx: Context,
  rows: readonly NoticeTables['notice'][],
): Promise<string[]> {
  if (rows.length === 0) {
    return [];
  }
  const added = await tables(ctx)
    .insertInto('notice')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .execute();
  return added.map(({ user_id: userId }) => userId);
}

/** How many became read. */
export async function markRead(
  ctx: Context,
  which: { readonly userId: string; readonly ids?: readonly string[]; readonly ticketId?: string },
): Promise<number> {
  let query = tables(ctx)
    .updateTable('notice')
    .set({ read_at: ctx.now })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', which.userId)
    .where('read_at', 'is', null);
  if (which.ids) {
    query = query.where('id', 'in', [...which.ids]);
  }
  if (which.ticketId !== undefined) {
    query = query.where('ticket_id', '=', which.ticketId);
  }
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}
