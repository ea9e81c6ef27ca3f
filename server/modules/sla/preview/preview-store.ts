import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { SlaTables } from '../schema.ts';
import type { SlaDraft, SlaFound } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const dayMs = 24 * 3_600_000;
const asJson = <T>(value: T): T => JSON.stringify(value) as unknown as T;
const tables = ({ tx }: Context) => tx.withTables<SlaTables>();

/** A preview is of its moment: those of yesterday go. */
export async function insertPreview(
  ctx: Context,
  { id, userId, draft, found }: { id: string; userId: string; draft: SlaDraft; found: SlaFound },
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await tables(ctx)
    .deleteFrom('sla_preview')
    .where('workspace_id', '=', workspaceId)
    .where('created_at', '<', new Date(ctx.now.getTime() - dayMs))
    .execute();
  const { rows } = await sql<{ total: number }>`
    select count(*)::int as total from ticket where workspace_id = ${workspaceId}
      and status in ('new', 'open', 'pending', 'on_hold') and merged_into is null`.execute(ctx.tx);
  await tables(ctx)
    .insertInto('sla_preview')
    .values({
      workspace_id: workspaceId,
      id,
      user_id: userId,
      draft: asJson(draft),
      state: 'running',
      looked: 0,
      total: rows[0]?.total ?? 0,
      found: asJson(found),
      created_at: ctx.now,
      finished_at: null,
    })
    .execute();
}

/** Takes the row lock; undefined: nobody waits for it any more. */
export const lockPreview = (ctx: Context, id: string) =>
  tables(ctx)
    .selectFrom('sla_preview')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .forUpdate()
    .executeTakeFirst();

export async function savePreview(
  ctx: Context,
  id: string,
  saved: { looked: number; found: SlaFound; done: boolean },
): Promise<void> {
  await tables(ctx)
    .updateTable('sla_preview')
    .set({
      looked: saved.looked,
      found: asJson(saved.found),
      ...(saved.done && { state: 'done' as const, finished_at: ctx.now }),
    })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
