import { sql, type Insertable, type Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { WorkTables } from '../work-tables.ts';

export type EntryRecord = Selectable<WorkTables['time_entry']>;
export type TimerRecord = Selectable<WorkTables['time_timer']>;
const tables = ({ tx }: CommandContext) => tx.withTables<WorkTables>();

export async function insertEntry(
  ctx: CommandContext,
  row: Omit<Insertable<WorkTables['time_entry']>, 'workspace_id'>,
): Promise<void> {
  await tables(ctx)
    .insertInto('time_entry')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .execute();
}

export async function lockEntry(ctx: CommandContext, entryId: string): Promise<EntryRecord> {
  const row = await tables(ctx)
    .selectFrom('time_entry')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', entryId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'time.not_found');
  }
  return row;
}

export async function saveEntry(
  ctx: CommandContext,
  before: EntryRecord,
  columns: Partial<Pick<EntryRecord, 'minutes' | 'note' | 'spent_at'>>,
): Promise<void> {
  await tables(ctx)
    .updateTable('time_entry')
    .set({ ...columns, version: before.version + 1 })
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', before.id)
    .execute();
}

export async function deleteEntry(ctx: CommandContext, entryId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('time_entry')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', entryId)
    .execute();
}

/** What an hour of somebody costs by their role, now; null where nobody has said. */
export async function rateOf(
  ctx: CommandContext,
  userId: string,
): Promise<{ hourly_rate: string | null; currency: string | null }> {
  const { workspaceId } = ctx.actor;
  const { rows } = await sql<{ hourly: string | null; currency: string | null }>`
    select coalesce(rate.hourly, setting.hourly)::text as hourly, setting.currency
    from user_account as person
    left join time_rate as rate on rate.workspace_id = person.workspace_id and rate.role_id = person.role_id
    left join time_rate_setting as setting on setting.workspace_id = person.workspace_id
    where person.workspace_id = ${workspaceId} and person.id = ${userId}`.execute(ctx.tx);
  const hourly = rows[0]?.hourly ?? null;
  return { hourly_rate: hourly, currency: hourly === null ? null : (rows[0]?.currency ?? null) };
}

/** The timer of a person, taken away; whoever asks at the same time finds none. */
export async function takeTimer(
  ctx: CommandContext,
  userId: string,
): Promise<TimerRecord | undefined> {
  return tables(ctx)
    .deleteFrom('time_timer')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
}

export async function insertTimer(
  ctx: CommandContext,
  row: Omit<TimerRecord, 'workspace_id'>,
): Promise<boolean> {
  const added = await tables(ctx)
    .insertInto('time_timer')
    .values({ ...row, workspace_id: ctx.actor.workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return added !== undefined;
}
