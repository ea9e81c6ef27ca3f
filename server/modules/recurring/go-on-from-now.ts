import type { CommandContext } from '../../kernel/commands.ts';
import { planFrom, recurringOf } from './planning.ts';
import { saveRecurrence, type RecurrenceRecord } from './recurrence-store.ts';

/** Of schedules that were removed for a while: whatever they would have opened meanwhile is over, as if they had rested. */
export async function goOnFromNow(
  ctx: CommandContext,
  rows: readonly RecurrenceRecord[],
): Promise<void> {
  for (const row of rows.filter(({ paused }) => !paused)) {
    const recurring = await recurringOf(ctx.tx, ctx.actor.workspaceId, row);
    await saveRecurrence(ctx, { ...row, ...planFrom(recurring, ctx.now) });
  }
}
