import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { WorkflowTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type FieldRecord = Selectable<WorkflowTables['field_definition']>;
type Columns = Omit<Insertable<WorkflowTables['field_definition']>, 'workspace_id'>;

/** What is undefined stays. */
type Changed = { readonly [K in keyof Columns]?: Columns[K] | undefined };

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<WorkflowTables>();

/** One change of the own fields at a time: their number and their places follow each other. */
export async function lockFields(ctx: Context): Promise<FieldRecord[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`own fields ${ctx.actor.workspaceId}`}, 0))`.execute(
    ctx.tx,
  );
  return tables(ctx)
    .selectFrom('field_definition')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('removed_at', 'is', null)
    .orderBy('position')
    .execute();
}

export async function findField(ctx: Context, fieldId: string): Promise<FieldRecord> {
  const row = await tables(ctx)
    .selectFrom('field_definition')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', fieldId)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'own_field.not_found');
  }
  return row;
}

export async function insertField(ctx: Context, row: Columns): Promise<void> {
  await tables(ctx)
    .insertInto('field_definition')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

export async function saveField(ctx: Context, id: string, row: Changed): Promise<void> {
  await tables(ctx)
    .updateTable('field_definition')
    .set(row as Partial<Columns>)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Its name is remembered: whoever goes on writing under it is told, instead of writing where nobody looks. */
export async function retireField(ctx: Context, id: string): Promise<void> {
  await saveField(ctx, id, { removed_at: ctx.now });
}

/** The name may be given to another field. */
export async function forgetRetired(ctx: Context, name: string, but?: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('field_definition')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('name', '=', name)
    .where('removed_at', 'is not', null)
    .where(sql<boolean>`id is distinct from ${but ?? null}::uuid`)
    .execute();
}
