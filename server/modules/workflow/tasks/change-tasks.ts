import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Reason } from '../../../kernel/events.ts';
import { newId } from '../../../kernel/ids.ts';
import { id, line, time, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { lockTicket, requireActiveUser, ticketRef } from '../../tickets/public.ts';
import {
  taskAdded,
  taskAssigned,
  taskChanged,
  taskDone,
  taskRemoved,
  taskReopened,
} from '../events.ts';
import { readTask } from '../queries/read-tasks.ts';
import { Task } from '../schema.ts';
import { removedOf } from './removed-task.ts';
import * as store from './task-store.ts';

const taskFields = {
  text: line({ min: 1, max: 500 }),
  assigneeId: id().nullable(),
  teamId: id().nullable(),
  dueAt: time().nullable(),
};

export const addTask = defineCommand({
  name: 'workflow.add-task',
  permission: 'ticket.change',
  input: z.strictObject({
    ticketId: ticketRef,
    text: taskFields.text,
    assigneeId: taskFields.assigneeId.default(null),
    teamId: taskFields.teamId.default(null),
    dueAt: taskFields.dueAt.default(null),
  }),
  output: Task,

  async run(ctx, { ticketId: ref, dueAt, ...asked }) {
    const ticket = await lockTicket(ctx, ref);
    if (ticket.merged_into !== null) {
      throw new Refusal('conflict', 'ticket.merged');
    }
    const due = dueAt === null ? null : new Date(dueAt);
    const taskId = await addTaskTo(ctx, ticket.id, { ...asked, dueAt: due });
    return readTask(ctx.tx, ctx.actor.workspaceId, taskId);
  },
});

export type TaskAsked = {
  readonly text: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly dueAt: Date | null;
  /** Where nobody asked for it by hand. */
  readonly reason?: Reason;
};

/**
 * Under the lock of a living ticket.
 * @returns its id
 * @throws Refusal `user.not_found`, `user.inactive`, `team.not_found`, `task.too_many`
 */
export async function addTaskTo(
  ctx: CommandContext,
  ticketId: string,
  { text, assigneeId, teamId, dueAt, reason }: TaskAsked,
): Promise<string> {
  await mustBeDoers(ctx, { assigneeId, teamId });
  if ((await store.countTasks(ctx, ticketId)) >= store.mostTasks) {
    throw new Refusal('not_allowed', 'task.too_many');
  }
  const taskId = newId();
  const row = {
    id: taskId,
    ticket_id: ticketId,
    text,
    assignee_id: assigneeId,
    team_id: teamId,
    due_at: dueAt,
    done_at: null,
    done_by_name: null,
    position: (await store.lastPosition(ctx, ticketId)) + 1,
    checklist_id: null,
    checklist_name: null,
    step: null,
    told_at: null,
    made_at: ctx.now,
    made_by_id: ctx.actor.id,
    made_by_name: ctx.actor.name,
  };
  await store.insertTasks(ctx, [row]);
  const changes = [{ field: 'task', from: null, to: text }];
  ctx.emit(taskAdded, { ticketId, taskId }, { ticketId, changes, ...(reason && { reason }) });
  await tellDoers(ctx, row);
  return taskId;
}

export const changeTask = defineCommand({
  name: 'workflow.change-task',
  permission: 'ticket.change',
  input: z.strictObject({
    taskId: id(),
    version: version().optional(),
    text: taskFields.text.optional(),
    assigneeId: taskFields.assigneeId.optional(),
    teamId: taskFields.teamId.optional(),
    dueAt: taskFields.dueAt.optional(),
    done: z.boolean().optional(),
    position: z.int().min(0).max(1_000_000).optional(),
  }),
  output: Task,

  async run(ctx, { taskId, version: seen, done, assigneeId, teamId, ...asked }) {
    const { before, living } = await lockWithTicket(ctx, taskId);
    mustBeCurrent(before, seen);
    await mustBeDoers(ctx, { assigneeId: assigneeId ?? null, teamId: teamId ?? null });
    const after = await store.saveTask(ctx, before, {
      text: asked.text,
      position: asked.position,
      assignee_id: assigneeId,
      team_id: teamId,
      ...dueColumns(before, asked.dueAt),
      ...(done !== undefined && doneColumns(ctx, before, done)),
    });
    tell(ctx, living, { before, after });
    const isHandedOver =
      before.assignee_id !== after.assignee_id || before.team_id !== after.team_id;
    if (isHandedOver && after.done_at === null) {
      await tellDoers(ctx, { ...after, ticket_id: living });
    }
    return readTask(ctx.tx, ctx.actor.workspaceId, taskId);
  },
});

export const removeTask = defineCommand({
  name: 'workflow.remove-task',
  permission: 'ticket.change',
  input: z.strictObject({ taskId: id() }),
  output: z.object({}),

  async run(ctx, { taskId }) {
    const { before, living } = await lockWithTicket(ctx, taskId);
    await store.deleteTask(ctx, taskId);
    const changes = [{ field: 'task', from: before.text, to: null }];
    const was = removedOf(before);
    ctx.emit(taskRemoved, { ticketId: living, taskId, was }, { ticketId: living, changes });
    return {};
  },
});

/** Under the lock of its ticket; one that may not be seen has no tasks. */
async function lockWithTicket(ctx: CommandContext, taskId: string) {
  const living = await store.livingTicket(ctx, await store.ticketOfTask(ctx, taskId));
  try {
    await lockTicket(ctx, living);
  } catch (error) {
    throw error instanceof Refusal && error.kind === 'not_found' ? store.taskNotFound() : error;
  }
  return { before: await store.lockTask(ctx, taskId), living };
}

/** Put off, it will be told again. */
function dueColumns(before: store.TaskRecord, dueAt: string | null | undefined) {
  const due = dueAt === undefined ? before.due_at : dueAt === null ? null : new Date(dueAt);
  return due?.getTime() === before.due_at?.getTime() ? {} : { due_at: due, told_at: null };
}

const doneColumns = (ctx: CommandContext, before: store.TaskRecord, done: boolean) => ({
  done_at: done ? (before.done_at ?? ctx.now) : null,
  done_by_name: done ? (before.done_by_name ?? ctx.actor.name) : null,
});

async function mustBeDoers(
  ctx: CommandContext,
  { assigneeId, teamId }: { readonly assigneeId: string | null; readonly teamId: string | null },
): Promise<void> {
  if (assigneeId !== null) {
    await requireActiveUser(ctx, assigneeId);
  }
  if (teamId !== null) {
    await store.requireTeam(ctx, teamId);
  }
}

type Pair = { readonly before: store.TaskRecord; readonly after: store.TaskRecord };

function tell(ctx: CommandContext, ticketId: string, { before, after }: Pair): void {
  const at = { ticketId, taskId: after.id };
  const isDone = after.done_at !== null;
  if ((before.done_at !== null) !== isDone) {
    const changes = [{ field: 'task', from: null, to: after.text }];
    ctx.emit(isDone ? taskDone : taskReopened, at, { ticketId, changes });
  } else {
    const changes =
      before.text === after.text ? [] : [{ field: 'task', from: before.text, to: after.text }];
    ctx.emit(taskChanged, at, { ticketId, changes });
  }
}

async function tellDoers(
  ctx: CommandContext,
  task: Pick<store.TaskRecord, 'id' | 'ticket_id' | 'text' | 'assignee_id' | 'team_id'>,
): Promise<void> {
  const userIds = (await store.doersOf(ctx, task)).filter((user) => user !== ctx.actor.id);
  if (userIds.length > 0) {
    const { id: taskId, ticket_id: ticketId, text } = task;
    ctx.emit(taskAssigned, { taskId, ticketId, text, userIds });
  }
}
