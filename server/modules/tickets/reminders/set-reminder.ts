import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { id, line, time, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { ticketRef } from '../schema.ts';
import { callPlanned, calledBack, reminderChanged } from '../work-events.ts';
import { ownUserId } from './own-user.ts';
import { Reminder, readReminder } from './read-reminders.ts';
import * as store from './reminder-store.ts';

const note = line({ max: 500 });
const phone = line({ min: 3, max: 60 }).nullable();

/**
 * A note to oneself at a time. A call-back is one with a number to call; that it is promised stands in the ticket's
 * history, since colleagues must not call as well.
 */
export const setReminder = defineCommand({
  name: 'tickets.set-reminder',
  permission: 'ticket.read',
  input: z.strictObject({
    ticketId: ticketRef.optional(),
    kind: z.enum(['reminder', 'call']).default('reminder'),
    at: time(),
    note: note.default(''),
    phone: phone.optional(),
  }),
  output: Reminder,

  async run(ctx, { ticketId, kind, at, note: said, phone: number = null }) {
    const ticket =
      ticketId === undefined ? null : await requireTicketId(ctx.tx, ctx.actor, ticketId);
    const row = await store.insertReminder(ctx, {
      id: newId(),
      user_id: ownUserId(ctx.actor),
      ticket_id: ticket,
      kind,
      at: ahead(at, ctx.now),
      note: said,
      phone: number,
      made_at: ctx.now,
      fired_at: null,
      done_at: null,
    });
    tell(ctx, null, row);
    return readReminder(ctx.tx, ctx.actor.workspaceId, row);
  },
});

export const changeReminder = defineCommand({
  name: 'tickets.change-reminder',
  permission: 'ticket.read',
  input: z.strictObject({
    reminderId: id(),
    at: time().optional(),
    note: note.optional(),
    phone: phone.optional(),
    done: z.boolean().optional(),
    version: version().optional(),
  }),
  output: Reminder,

  async run(ctx, { reminderId, at, note: said, phone: number, done, version: seen }) {
    const before = await store.lockOwnReminder(ctx, reminderId);
    mustBeCurrent(before, seen);
    const after = await store.saveReminder(ctx, before, {
      // Put off to a later time it will be heard again.
      ...(at !== undefined && { at: ahead(at, ctx.now), fired_at: null }),
      ...(said !== undefined && { note: said }),
      ...(number !== undefined && { phone: number }),
      ...(done !== undefined && { done_at: done ? (before.done_at ?? ctx.now) : null }),
    });
    tell(ctx, before, after);
    return readReminder(ctx.tx, ctx.actor.workspaceId, after);
  },
});

export const removeReminder = defineCommand({
  name: 'tickets.remove-reminder',
  permission: 'ticket.read',
  input: z.strictObject({ reminderId: id() }),
  output: z.object({}),

  async run(ctx, { reminderId }) {
    const before = await store.lockOwnReminder(ctx, reminderId);
    await store.deleteReminder(ctx, before.id);
    tell(ctx, before, null);
    return {};
  },
});

type Row = store.ReminderRecord;

function tell(ctx: CommandContext, before: Row | null, after: Row | null): void {
  const row = after ?? before;
  if (!row) {
    return;
  }
  const { id: reminderId, user_id: userId, ticket_id: ticketId } = row;
  ctx.emit(reminderChanged, { reminderId, userId, ticketId });
  if (row.kind === 'call' && ticketId !== null) {
    tellOfCall(ctx, { reminderId, ticketId }, { before, after });
  }
}

function tellOfCall(
  ctx: CommandContext,
  at: { reminderId: string; ticketId: string },
  { before, after }: { before: Row | null; after: Row | null },
): void {
  const from = plannedFor(before);
  const to = plannedFor(after);
  if (from === to) {
    return;
  }
  const isDone = before !== null && after?.done_at && before.done_at === null;
  ctx.emit(isDone ? calledBack : callPlanned, at, {
    ticketId: at.ticketId,
    changes: [{ field: 'callBack', from, to }],
  });
}

const plannedFor = (row: Row | null): string | null =>
  row === null || row.done_at !== null ? null : row.at.toISOString();

function ahead(at: string, now: Date): Date {
  const date = new Date(at);
  if (date <= now) {
    throw invalid('at', 'past');
  }
  return date;
}
