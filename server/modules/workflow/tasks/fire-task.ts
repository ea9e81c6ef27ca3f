import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { taskDue } from '../events.ts';
import { doersOf, livingTicket, lockTask, noteTold } from './task-store.ts';

/** Its deadline has come: whoever has it to do hears it, once, however many workers look at the clock. */
export const fireTask = defineCommand({
  name: 'workflow.fire-task',
  permission: 'ticket.read',
  input: z.strictObject({ taskId: z.string() }),
  output: z.object({ fired: z.boolean() }),

  async run(ctx, { taskId }) {
    const task = await lockTask(ctx, taskId);
    const { due_at: dueAt, done_at: doneAt, told_at: toldAt } = task;
    if (dueAt === null || dueAt > ctx.now || doneAt !== null || toldAt !== null) {
      return { fired: false };
    }
    await noteTold(ctx, taskId);
    const ticketId = await livingTicket(ctx, task.ticket_id);
    ctx.emit(taskDue, { taskId, ticketId, text: task.text, userIds: await doersOf(ctx, task) });
    return { fired: true };
  },
});
