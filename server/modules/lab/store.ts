import type { Insertable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import { keptMs, type LabTables, type RunRow } from './tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
type Columns = Partial<Omit<Insertable<LabTables['lab_run']>, 'workspace_id' | 'id'>>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<LabTables>();

export async function insertRun(
  ctx: Context,
  row: Omit<Insertable<LabTables['lab_run']>, 'workspace_id'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('lab_run')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

export async function lockRun(ctx: Context, id: string): Promise<RunRow> {
  const row = await tables(ctx)
    .selectFrom('lab_run')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'lab.run_not_found');
  }
  return row;
}

export async function saveRun(ctx: Context, id: string, columns: Columns): Promise<void> {
  await tables(ctx)
    .updateTable('lab_run')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteRun(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('lab_run')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** What nobody has kept is forgotten some days after it ended. */
export async function deleteOldRuns(ctx: Context): Promise<void> {
  await tables(ctx)
    .deleteFrom('lab_run')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('kept', '=', false)
    .where('created_at', '<=', new Date(ctx.now.getTime() - keptMs))
    .where('state', 'in', ['done', 'failed', 'cancelled'])
    .execute();
}

export async function countWaiting(ctx: Context): Promise<number> {
  const { n } = await tables(ctx)
    .selectFrom('lab_run')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirstOrThrow();
  return n;
}

export async function replaceExamples(
  ctx: Context,
  runId: string,
  examples: readonly {
    readonly ticketId: string;
    readonly kinds: readonly string[];
    readonly differences: readonly unknown[];
  }[],
): Promise<void> {
  const { workspaceId } = ctx.actor;
  await tables(ctx)
    .deleteFrom('lab_example')
    .where('workspace_id', '=', workspaceId)
    .where('run_id', '=', runId)
    .execute();
  if (examples.length > 0) {
    await tables(ctx)
      .insertInto('lab_example')
      .values(
        examples.map(({ ticketId, kinds, differences }) => ({
          workspace_id: workspaceId,
          run_id: runId,
          ticket_id: ticketId,
          kinds: [...kinds],
          differences: JSON.stringify(differences),
        })),
      )
      .execute();
  }
}
