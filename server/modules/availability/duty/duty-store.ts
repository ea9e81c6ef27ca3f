import type { Selectable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { isForeignKeyViolation } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { AvailabilityTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;
export type DutyRecord = Selectable<AvailabilityTables['duty']>;

const tables = ({ tx }: Context) => tx.withTables<AvailabilityTables>();

/** Takes the row lock. */
export async function lockDuty(ctx: Context, id: string): Promise<DutyRecord> {
  const row = await tables(ctx)
    .selectFrom('duty')
    .selectAll()
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'duty.not_found');
  }
  return row;
}

/** New, or as it is from now on; with whoever has it, in order. */
export async function saveDuty(
  ctx: Context,
  { workspace_id, id, week, ...rest }: DutyRecord,
  userIds: readonly string[],
): Promise<void> {
  const columns = {
    ...rest,
    week: week && (JSON.stringify(week) as unknown as DutyRecord['week']),
  };
  try {
    await tables(ctx)
      .insertInto('duty')
      .values({ workspace_id, id, ...columns })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doUpdateSet(columns))
      .execute();
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      throw new Refusal('not_allowed', 'team.not_found');
    }
    throw error;
  }
  await tables(ctx)
    .deleteFrom('duty_person')
    .where('workspace_id', '=', workspace_id)
    .where('duty_id', '=', id)
    .execute();
  await tables(ctx)
    .insertInto('duty_person')
    .values(
      userIds.map((userId, position) => ({ workspace_id, duty_id: id, position, user_id: userId })),
    )
    .execute();
}

export async function deleteDuty(ctx: Context, id: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('duty')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('id', '=', id)
    .execute();
}
