import type { Insertable, Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { ComposerTables } from '../composer-tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type PlannedRecord = Selectable<ComposerTables['planned_answer']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<ComposerTables>();

export async function insertPlanned(
  ctx: Context,
  row: Omit<Insertable<ComposerTables['planned_answer']>, 'workspace_id'>,
): Promise<PlannedRecord> {
  return tables(ctx)
    .insertInto('planned_answer')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes the row lock; undefined when it was written or cancelled meanwhile. */
export async function lockPlannedIfThere(
  ctx: Context,
  plannedId: string,
): Promise<PlannedRecord | undefined> {
  return tables(ctx)
    .selectFrom('planned_answer')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', plannedId)
    .forUpdate()
    .executeTakeFirst();
}

export async function lockPlanned(
  ctx: Context,
  ticketId: string,
  plannedId: string,
): Promise<PlannedRecord> {
  const row = await lockPlannedIfThere(ctx, plannedId);
  if (row?.ticket_id !== ticketId) {
    throw new Refusal('not_found', 'planned.not_found');
  }
  return row;
}

export async function savePlanned(
  ctx: Context,
  id: string,
  columns: Partial<Insertable<ComposerTables['planned_answer']>>,
): Promise<PlannedRecord> {
  return tables(ctx)
    .updateTable('planned_answer')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deletePlanned(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('planned_answer')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
