import type { Insertable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { DeskTables } from '../desk-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type Columns = Omit<Insertable<DeskTables['saved_view']>, 'workspace_id'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<DeskTables>();

export async function insertView(ctx: Context, row: Columns): Promise<void> {
  await tables(ctx)
    .insertInto('saved_view')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

export async function lockView(ctx: Context, id: string) {
  const row = await tables(ctx)
    .selectFrom('saved_view')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'view.not_found');
  }
  return row;
}

type Changed = { [Name in keyof Columns]?: Columns[Name] | undefined };

/** What is undefined stays. */
export async function saveView(ctx: Context, id: string, columns: Changed): Promise<void> {
  await tables(ctx)
    .updateTable('saved_view')
    .set(columns as Partial<Columns>)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteView(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('saved_view')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** How many views somebody has of their own, or the workspace has shared. */
export async function countViewsOf(ctx: Context, sharing: 'own' | 'shared'): Promise<number> {
  const all = tables(ctx)
    .selectFrom('saved_view')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', ctx.actor.workspaceId);
  const { n } = await (
    sharing === 'own'
      ? all.where('sharing', '=', 'own').where('owner_id', '=', ctx.actor.id)
      : all.where('sharing', '<>', 'own')
  ).executeTakeFirstOrThrow();
  return n;
}
