import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockTicket, ticketRef } from '../../tickets/public.ts';
import { taskAdded } from '../events.ts';
import { readRemoved } from '../queries/read-removed-task.ts';
import { readTask } from '../queries/read-tasks.ts';
import { Task } from '../schema.ts';
import { rowOf } from './removed-task.ts';
import { findTask, insertTasks, mostTasks, countTasks, taskNotFound } from './task-store.ts';

/** A removed task comes back as it was: where it stood, whose it is, done or not. Twice is once. */
export const restoreTask = defineCommand({
  name: 'workflow.restore-task',
  permission: 'ticket.change',
  input: z.strictObject({ ticketId: ticketRef, taskId: id() }),
  output: Task,

  async run(ctx, { ticketId: ref, taskId }) {
    const ticket = await lockTicket(ctx, ref);
    const was = await readRemoved(ctx, ticket.id, taskId);
    if (!was) {
      throw taskNotFound();
    }
    if (!(await findTask(ctx, taskId))) {
      if ((await countTasks(ctx, was.ticketId)) >= mostTasks) {
        throw new Refusal('not_allowed', 'task.too_many');
      }
      if ((await insertTasks(ctx, [rowOf(taskId, was)])) === 0) {
        // The same step has come by another way.
        throw new Refusal('not_allowed', 'checklist.attached');
      }
      const changes = [{ field: 'task', from: null, to: was.text }];
      ctx.emit(taskAdded, { ticketId: ticket.id, taskId }, { ticketId: ticket.id, changes });
    }
    return readTask(ctx.tx, ctx.actor.workspaceId, taskId);
  },
});
