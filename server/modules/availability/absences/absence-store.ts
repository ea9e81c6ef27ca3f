import { sql, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { AvailabilityTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor' | 'now'>;
export type AbsenceRecord = Selectable<AvailabilityTables['absence']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<AvailabilityTables>();

/** One change of absences at a time: each may close a circle with any other. */
export async function lockAbsences({ tx, actor }: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`absences ${actor.workspaceId}`}, 0))`.execute(
    tx,
  );
}

/** Takes the row lock; a ticket that is being handed over meanwhile may still name the absence. */
export async function lockAbsence(ctx: Context, id: string): Promise<AbsenceRecord> {
  const row = await tables(ctx)
    .selectFrom('absence')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'absence.not_found');
  }
  return row;
}

export async function insertAbsence(ctx: Context, row: AbsenceRecord): Promise<void> {
  await tables(ctx).insertInto('absence').values(row).execute();
}

export async function saveAbsence(
  ctx: Context,
  id: string,
  columns: Partial<AbsenceRecord>,
): Promise<void> {
  await tables(ctx)
    .updateTable('absence')
    .set(columns)
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteAbsence(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('absence')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
