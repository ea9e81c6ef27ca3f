import type { Insertable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import type { NoticeTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<NoticeTables>();

/** A statement takes 65,535 values. */
const atOnce = 2_000;

/** Ids of those that were not told yet. */
export async function insertNotices(
  ctx: Context,
  rows: readonly Insertable<NoticeTables['notice']>[],
): Promise<Set<string>> {
  const ids = new Set<string>();
  for (let from = 0; from < rows.length; from += atOnce) {
    const added = await tables(ctx)
      .insertInto('notice')
      .values(rows.slice(from, from + atOnce))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    added.forEach(({ id }) => ids.add(id));
  }
  return ids;
}

/** By which letter and which call a notice leaves the house. */
export async function addWays(
  ctx: Context,
  id: string,
  { mail, push }: { readonly mail?: string; readonly push?: string },
): Promise<void> {
  await tables(ctx)
    .updateTable('notice')
    .set({ mail_id: mail ?? null, push_id: push ?? null })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
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
