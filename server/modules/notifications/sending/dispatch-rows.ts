import type { Selectable, Updateable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { NoticeTables } from '../tables.ts';
import { dispatchQueue } from './queue.data.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now' | 'enqueue'>;
export type Dispatch = Selectable<NoticeTables['notice_dispatch']>;

export async function lockDispatch(ctx: Context, id: string): Promise<Dispatch | undefined> {
  return ctx.tx
    .withTables<NoticeTables>()
    .selectFrom('notice_dispatch')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveDispatch(
  ctx: Context,
  id: string,
  columns: Updateable<NoticeTables['notice_dispatch']>,
): Promise<void> {
  await ctx.tx
    .withTables<NoticeTables>()
    .updateTable('notice_dispatch')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Nothing more will come of it. */
export const endDispatch = (
  ctx: Context,
  id: string,
  state: 'done' | 'dropped' | 'failed',
  problem: string | null = null,
): Promise<void> => saveDispatch(ctx, id, { state, problem, finished_at: ctx.now });

/** Looked at again then. */
export async function putOff(ctx: Context, { id }: Dispatch, until: Date): Promise<void> {
  await saveDispatch(ctx, id, { due_at: until });
  ctx.enqueue({
    queue: dispatchQueue.name,
    payload: { dispatchId: id },
    startAfter: until,
  });
}
