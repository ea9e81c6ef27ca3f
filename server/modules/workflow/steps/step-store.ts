import type { Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import type { WorkflowDefinition } from '../schema.ts';
import type { WorkflowTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type TypeName = WorkflowTables['workflow']['type'];
export type WorkflowRecord = Selectable<WorkflowTables['workflow']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<WorkflowTables>();

export async function lockWorkflow(
  ctx: Context,
  type: TypeName,
): Promise<WorkflowRecord | undefined> {
  return tables(ctx)
    .selectFrom('workflow')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('type', '=', type)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveWorkflow(
  ctx: Context,
  type: TypeName,
  { definition, version }: { readonly definition: WorkflowDefinition; readonly version: number },
): Promise<void> {
  const columns = { definition: JSON.stringify(definition), version };
  await tables(ctx)
    .insertInto('workflow')
    .values({ ...columns, workspace_id: ctx.actor.workspaceId, type })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'type']).doUpdateSet(columns))
    .execute();
}

/** Steps and requirements that name a status go with it. */
export async function forgetPlace(ctx: Context, type: TypeName, place: string): Promise<void> {
  const row = await lockWorkflow(ctx, type);
  if (row) {
    const { transitions, required } = row.definition;
    const definition = {
      transitions: transitions?.filter(({ from, to }) => from !== place && to !== place) ?? null,
      required: required.filter(({ before }) => before !== place),
    };
    await saveWorkflow(ctx, type, { definition, version: row.version + 1 });
  }
}
