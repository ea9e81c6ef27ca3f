import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { WorkflowTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type ChecklistRecord = Selectable<WorkflowTables['checklist']>;
type Columns = Omit<Insertable<WorkflowTables['checklist']>, 'workspace_id'>;

/** What is undefined stays. */
type Changed = { readonly [K in keyof Columns]?: Columns[K] | undefined };

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<WorkflowTables>();

/** One change of the lists at a time: their names and places follow each other. */
export async function lockChecklists(ctx: Context): Promise<ChecklistRecord[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`checklists ${ctx.actor.workspaceId}`}, 0))`.execute(
    ctx.tx,
  );
  return tables(ctx)
    .selectFrom('checklist')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .orderBy('position')
    .execute();
}

export async function findChecklist(ctx: Context, id: string): Promise<ChecklistRecord> {
  const row = await tables(ctx)
    .selectFrom('checklist')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'checklist.not_found');
  }
  return row;
}

export async function insertChecklist(ctx: Context, row: Columns): Promise<void> {
  await tables(ctx)
    .insertInto('checklist')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

export async function saveChecklist(ctx: Context, id: string, row: Changed): Promise<void> {
  await tables(ctx)
    .updateTable('checklist')
    .set(row as Partial<Columns>)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteChecklist(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('checklist')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** @throws Refusal when one is not a category of this workspace */
export async function requireCategories(ctx: Context, ids: readonly string[]): Promise<void> {
  const { rows } = await sql`select id from category where workspace_id = ${ctx.actor.workspaceId}
    and id = any(${sql.val(ids)}::uuid[])`.execute(ctx.tx);
  if (rows.length < new Set(ids).size) {
    throw new Refusal('not_allowed', 'category.not_found');
  }
}
