import type { Insertable, Selectable } from 'kysely';
import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import { refusedBy } from '../../kernel/refused-writes.ts';
import type { RecurringTables } from './schema.ts';

const refusing = refusedBy({ gone: () => new Refusal('not_found', 'calendar.not_found') });

type Context = Pick<CommandContext, 'tx' | 'actor'>;
export type RecurrenceRecord = Selectable<RecurringTables['ticket_recurrence']>;
export type RunRecord = Selectable<RecurringTables['ticket_recurrence_run']>;

const tables = ({ tx }: Pick<Context, 'tx'>) => tx.withTables<RecurringTables>();

export async function insertRecurrence(ctx: Context, row: RecurrenceRecord): Promise<void> {
  await refusing(() => tables(ctx).insertInto('ticket_recurrence').values(row).execute());
}

/** Takes the row lock; undefined when it is gone. */
export async function lockKnownRecurrence(
  ctx: Context,
  id: string,
): Promise<RecurrenceRecord | undefined> {
  return tables(ctx)
    .selectFrom('ticket_recurrence')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes the row lock. */
export async function lockRecurrence(ctx: Context, id: string): Promise<RecurrenceRecord> {
  const row = await lockKnownRecurrence(ctx, id);
  if (!row) {
    throw new Refusal('not_found', 'recurrence.not_found');
  }
  return row;
}

/** Takes the row locks, in order, so that two who do the same do not wait for each other in a circle. */
export async function lockRecurrencesOf(
  ctx: Context,
  calendarId: string,
): Promise<RecurrenceRecord[]> {
  return tables(ctx)
    .selectFrom('ticket_recurrence')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('calendar_id', '=', calendarId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Takes the row locks. */
export async function lockRecurrencesOfTemplate(
  ctx: Context,
  templateId: string,
): Promise<RecurrenceRecord[]> {
  return tables(ctx)
    .selectFrom('ticket_recurrence')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('template_id', '=', templateId)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function saveRecurrence(ctx: Context, row: RecurrenceRecord): Promise<void> {
  const { id, workspace_id: _fixed, ...columns } = row;
  await refusing(() =>
    tables(ctx)
      .updateTable('ticket_recurrence')
      .set(columns)
      .where('workspace_id', '=', ctx.actor.workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function deleteRecurrence(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('ticket_recurrence')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}

type NewRun = Omit<Insertable<RecurringTables['ticket_recurrence_run']>, 'workspace_id'>;

/** Which of these days nobody has dealt with before; the others are left out, whatever a rule says of them by now. */
export async function insertRuns(ctx: Context, runs: readonly NewRun[]): Promise<Set<string>> {
  if (runs.length === 0) {
    return new Set();
  }
  const inserted = await tables(ctx)
    .insertInto('ticket_recurrence_run')
    .values(runs.map((run) => ({ ...run, workspace_id: ctx.actor.workspaceId })))
    .onConflict((conflict) => conflict.columns(['workspace_id', 'recurrence_id', 'on']).doNothing())
    .returning('on')
    .execute();
  return new Set(inserted.map((row) => row.on));
}

/** Takes the row lock. */
export async function lockRun(ctx: Context, recurrenceId: string, on: string): Promise<RunRecord> {
  const row = await tables(ctx)
    .selectFrom('ticket_recurrence_run')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('recurrence_id', '=', recurrenceId)
    .where('on', '=', on)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'recurrence.not_found');
  }
  return row;
}

export async function saveRun(ctx: Context, row: RunRecord): Promise<void> {
  const { outcome, ticket_id, problem, at } = row;
  await tables(ctx)
    .updateTable('ticket_recurrence_run')
    .set({ outcome, ticket_id, problem, at })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('recurrence_id', '=', row.recurrence_id)
    .where('on', '=', row.on)
    .execute();
}
