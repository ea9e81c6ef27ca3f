import type { CommandContext } from '../../../kernel/commands.ts';
import type { AvailabilityTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<AvailabilityTables>();

export async function saveAway(ctx: Context, userId: string, until: Date | null): Promise<void> {
  const columns = { since: ctx.now, until };
  await tables(ctx)
    .insertInto('user_away')
    .values({ workspace_id: ctx.actor.workspaceId, user_id: userId, ...columns })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doUpdateSet(columns))
    .execute();
}

/** @returns false: nobody had said so */
export async function deleteAway(ctx: Context, userId: string, over?: Date): Promise<boolean> {
  let query = tables(ctx)
    .deleteFrom('user_away')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', userId);
  if (over) {
    query = query.where('until', '<=', over);
  }
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}
