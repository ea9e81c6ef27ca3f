import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { noteChange } from '../changes.ts';
import { readCalendar } from '../queries/read-calendars.ts';
import { deleteCalendar, lockCalendar } from '../store.ts';

/** Its teams work by the default one from now on. What still counts by it keeps it. */
export const removeCalendar = defineCommand({
  name: 'calendars.remove',
  permission: 'calendar.change',
  input: z.strictObject({ calendarId: id() }),
  output: z.object({}),

  async run(ctx, { calendarId }) {
    const row = await lockCalendar(ctx, calendarId);
    if (row.is_default) {
      throw new Refusal('not_allowed', 'calendar.is_default');
    }
    const before = await readCalendar(ctx.tx, ctx.actor.workspaceId, calendarId);
    await deleteCalendar(ctx, calendarId);
    noteChange(ctx, 'calendar.removed', before, null);
    return {};
  },
});
