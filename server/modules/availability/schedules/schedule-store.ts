import type { Insertable } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { isForeignKeyViolation } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { AvailabilityTables } from '../tables.ts';

type Context = Pick<CommandContext, 'tx' | 'actor'>;
type Row = Insertable<AvailabilityTables['work_schedule']>;
type Columns = Pick<Row, 'calendar_id' | 'zone' | 'week'>;

const tables = ({ tx }: Context) => tx.withTables<AvailabilityTables>();

/** Of nothing is left nothing: who has neither works round the clock. */
export async function saveSchedule(ctx: Context, userId: string, asked: Columns): Promise<void> {
  if (asked.calendar_id === null && asked.week === null) {
    await deleteSchedule(ctx, userId);
    return;
  }
  const week = asked.week && (JSON.stringify(asked.week) as unknown as Row['week']);
  const columns = { ...asked, week };
  try {
    await tables(ctx)
      .insertInto('work_schedule')
      .values({ workspace_id: ctx.actor.workspaceId, user_id: userId, version: 1, ...columns })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'user_id']).doUpdateSet(columns))
      .execute();
  } catch (error) {
    if (isForeignKeyViolation(error)) {
      throw new Refusal('not_allowed', 'calendar.not_found');
    }
    throw error;
  }
}

async function deleteSchedule(ctx: Context, userId: string): Promise<void> {
  await tables(ctx)
    .deleteFrom('work_schedule')
    .where('workspace_id', '=', ctx.actor.workspaceId)
    .where('user_id', '=', userId)
    .execute();
}
