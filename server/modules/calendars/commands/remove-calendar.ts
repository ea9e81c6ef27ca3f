import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id } from '../../../kernel/text.ts';
import { noteChange } from '../changes.ts';
import { readCalendar } from '../queries/read-calendars.ts';
import { calendarNotice, deleteCalendar, lockCalendar } from '../store.ts';

/** Its teams work by it again, except those that work by another one by now. */
export const calendarRemoval: RemovalKind = {
  kind: 'calendar',
  permission: 'calendar.change',
  table: 'calendar',
  notice: calendarNotice,
  returned: async (ctx, { id: calendarId }) =>
    noteChange(
      ctx,
      'calendar.restored',
      null,
      await readCalendar(ctx.tx, ctx.actor.workspaceId, calendarId),
    ),
};

/** Its teams work by the default one from now on. What still counts by it keeps it. */
export const removeCalendar = defineCommand({
  name: 'calendars.remove',
  permission: 'calendar.change',
  input: z.strictObject({ calendarId: id() }),
  output: Removed,

  async run(ctx, { calendarId }) {
    const row = await lockCalendar(ctx, calendarId);
    if (row.is_default) {
      throw new Refusal('not_allowed', 'calendar.is_default');
    }
    const before = await readCalendar(ctx.tx, ctx.actor.workspaceId, calendarId);
    const removed = await keepRemoved(ctx, calendarRemoval, before);
    await deleteCalendar(ctx, calendarId);
    noteChange(ctx, 'calendar.removed', before, null);
    return removed;
  },
});
