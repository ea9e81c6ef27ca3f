import type { Insertable, Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { WorkTables } from '../work-tables.ts';

export type ReminderRecord = Selectable<WorkTables['reminder']>;
const tables = ({ tx }: CommandContext) => tx.withTables<WorkTables>();

export async function insertReminder(
  ctx: CommandContext,
  row: Omit<Insertable<WorkTables['reminder']>, 'workspace_id'>,
): Promise<ReminderRecord> {
  return tables(ctx)
    .insertInto('reminder')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Somebody else's does not exist. */
export async function lockOwnReminder(
  ctx: CommandContext,
  reminderId: string,
): Promise<ReminderRecord> {
  const row = await tables(ctx)
    .selectFrom('reminder')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', reminderId)
    .where('user_id', '=', ctx.actor.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'reminder.not_found');
  }
  return row;
}

/** The system's way to one that has come due; undefined when it is gone. */
export async function lockReminder(
  ctx: CommandContext,
  reminderId: string,
): Promise<ReminderRecord | undefined> {
  return tables(ctx)
    .selectFrom('reminder')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', reminderId)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveReminder(
  ctx: CommandContext,
  before: ReminderRecord,
  columns: Partial<Pick<ReminderRecord, 'at' | 'note' | 'phone' | 'fired_at' | 'done_at'>>,
): Promise<ReminderRecord> {
  return tables(ctx)
    .updateTable('reminder')
    .set({ ...columns, version: before.version + 1 })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteReminder(ctx: CommandContext, reminderId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('reminder')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', reminderId)
    .execute();
}
