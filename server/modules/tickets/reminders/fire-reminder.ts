import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { reminderDue } from '../work-events.ts';
import { lockReminder, saveReminder } from './reminder-store.ts';

/** Its hour has come: whoever set it hears it, once, however many workers look at the clock. */
export const fireReminder = defineCommand({
  name: 'tickets.fire-reminder',
  permission: 'ticket.read',
  input: z.strictObject({ reminderId: z.string() }),
  output: z.object({ fired: z.boolean() }),

  async run(ctx, { reminderId }) {
    const row = await lockReminder(ctx, reminderId);
    if (!row || row.fired_at !== null || row.done_at !== null || row.at > ctx.now) {
      return { fired: false };
    }
    await saveReminder(ctx, row, { fired_at: ctx.now });
    ctx.emit(reminderDue, { reminderId, userId: row.user_id, ticketId: row.ticket_id });
    return { fired: true };
  },
});
