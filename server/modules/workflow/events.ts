import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Settings: statuses, steps, required fields, own fields, checklists. */
export const workflowChanged = defineEvent(
  'workflow.changed',
  z.object({ kind: z.enum(['status', 'steps', 'field', 'checklist']), id: z.string() }),
);

const task = z.object({ ticketId: z.string(), taskId: z.string() });
export const taskAdded = defineEvent('ticket.task-added', task);
export const taskChanged = defineEvent('ticket.task-changed', task);
export const taskDone = defineEvent('ticket.task-done', task);
export const taskReopened = defineEvent('ticket.task-reopened', task);

const moment = z.iso.datetime().nullable();
/** What it was, so that it can be brought back. */
export const RemovedTask = z.object({
  /** Its own: after a merge another one tells of it. */
  ticketId: z.string(),
  text: z.string(),
  assigneeId: z.string().nullable(),
  teamId: z.string().nullable(),
  dueAt: moment,
  doneAt: moment,
  doneBy: z.string().nullable(),
  position: z.int(),
  checklist: z.object({ id: z.string(), name: z.string(), step: z.int() }).nullable(),
  toldAt: moment,
  madeAt: z.iso.datetime(),
  madeBy: z.object({ id: z.string().nullable(), name: z.string() }),
});
export type RemovedTask = z.infer<typeof RemovedTask>;
export const taskRemoved = defineEvent(
  'ticket.task-removed',
  task.extend({ was: RemovedTask.optional() }),
);
export const checklistAttached = defineEvent(
  'ticket.checklist-attached',
  z.object({ ticketId: z.string(), checklistId: z.string() }),
);

/** Whoever has to do it: a person, or everybody of the team that it is given to. */
const told = task.extend({ userIds: z.array(z.string()), text: z.string() });
export const taskAssigned = defineEvent('task.assigned', told);
export const taskDue = defineEvent('task.due', told);
