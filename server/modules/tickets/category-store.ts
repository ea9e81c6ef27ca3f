import { sql } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { notifyAfterCommit } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { TicketTables } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<TicketTables>();

/** Told on every change of the tree: what conditions mean depends on it. */
export const categoryNotice = 'otklik_categories';

export const tellCategories = ({ tx, actor }: Pick<Context, 'tx' | 'actor'>): void =>
  notifyAfterCommit(tx, categoryNotice, actor.workspaceId);

export async function insertCategory(
  ctx: Context,
  row: Omit<TicketTables['category'], 'workspace_id'>,
) {
  await tables(ctx)
    .insertInto('category')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
  tellCategories(ctx);
}

export async function lockCategory(ctx: Context, id: string): Promise<TicketTables['category']> {
  const row = await tables(ctx)
    .selectFrom('category')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'category.not_found');
  }
  return row;
}

export async function saveCategory(ctx: Context, row: TicketTables['category']): Promise<void> {
  const { id, workspace_id: _fixed, ...columns } = row;
  await tables(ctx)
    .updateTable('category')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
  tellCategories(ctx);
}

/** Ancestors of a category, nearest first: a tree must not become a ring. */
export async function ancestorsOf(ctx: Context, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select parent_id as id, 1 as depth from category where workspace_id = ${ctx.actor.workspaceId} and id = ${id}
      union all
      select c.parent_id, up.depth + 1 from category c join up on c.id = up.id
      where c.workspace_id = ${ctx.actor.workspaceId} and up.depth < 50
    ) select id from up where id is not null`.execute(ctx.tx);
  return rows.map((row) => row.id);
}
