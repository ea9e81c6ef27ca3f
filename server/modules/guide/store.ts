import type { Insertable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import type { GuideTables } from './schema.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;
const tables = ({ tx }: Context) => tx.withTables<GuideTables>();

export async function saveTour(
  ctx: Context,
  row: Omit<Insertable<GuideTables['guide_tour']>, 'workspace_id'>,
): Promise<void> {
  const { state, step, at } = row;
  await tables(ctx)
    .insertInto('guide_tour')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'user_id', 'tour']).doUpdateSet({ state, step, at }),
    )
    .execute();
}

export async function setSkipped(
  ctx: Context,
  { step, skippedAt }: { step: string; skippedAt: Date | null },
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await tables(ctx)
    .deleteFrom('guide_step')
    .where('workspace_id', '=', workspaceId)
    .where('step', '=', step)
    .execute();
  if (skippedAt) {
    await tables(ctx)
      .insertInto('guide_step')
      .values({ workspace_id: workspaceId, step, skipped_at: skippedAt })
      .execute();
  }
}
