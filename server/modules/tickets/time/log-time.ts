import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { newId } from '../../../kernel/ids.ts';
import { id, line, time, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { ownUserId } from '../reminders/own-user.ts';
import { ticketRef } from '../schema.ts';
import { requireActiveUser } from '../store.ts';
import { timeChanged, timeLogged, timeRemoved } from '../work-events.ts';
import { hoursAndMinutes } from './duration.ts';
import { TimeEntry, readEntry } from './queries/read-time.ts';
import * as store from './time-store.ts';

const minutes = z.int().min(1).max(100_000);
export const timeNote = line({ max: 500 });
const dayMs = 24 * 3600_000;

/** Time by hand; for somebody else with the right to change everybody's. */
export const logTime = defineCommand({
  name: 'tickets.log-time',
  permission: 'time.log',
  input: z.strictObject({
    ticketId: ticketRef,
    minutes,
    note: timeNote.default(''),
    spentAt: time().optional(),
    userId: id().optional(),
  }),
  output: TimeEntry,

  async run(ctx, { ticketId, minutes: spent, note, spentAt, userId = ownUserId(ctx.actor) }) {
    const ticket = await requireTicketId(ctx.tx, ctx.actor, ticketId);
    if (userId !== ctx.actor.id) {
      mustBePermitted(ctx.actor, 'time.change');
      await requireActiveUser(ctx, userId);
    }
    const entryId = await addEntry(ctx, {
      ticketId: ticket,
      userId,
      minutes: spent,
      note,
      spentAt: spentAt === undefined ? ctx.now : past(spentAt, ctx.now),
      byTimer: false,
    });
    return readEntry(ctx.tx, ctx.actor, entryId);
  },
});

export const changeTime = defineCommand({
  name: 'tickets.change-time',
  permission: 'time.log',
  input: z.strictObject({
    entryId: id(),
    minutes: minutes.optional(),
    note: timeNote.optional(),
    spentAt: time().optional(),
    version: version().optional(),
  }),
  output: TimeEntry,

  async run(ctx, { entryId, minutes: spent, note, spentAt, version: seen }) {
    const before = await lockOwnEntry(ctx, entryId);
    mustBeCurrent(before, seen);
    await store.saveEntry(ctx, before, {
      ...(spent !== undefined && { minutes: spent }),
      ...(note !== undefined && { note }),
      ...(spentAt !== undefined && { spent_at: past(spentAt, ctx.now) }),
    });
    if (spent !== undefined && spent !== before.minutes) {
      ctx.emit(timeChanged, factsOf(before), {
        ticketId: before.ticket_id,
        changes: [
          { field: 'time', from: hoursAndMinutes(before.minutes), to: hoursAndMinutes(spent) },
        ],
      });
    }
    return readEntry(ctx.tx, ctx.actor, entryId);
  },
});

export const removeTime = defineCommand({
  name: 'tickets.remove-time',
  permission: 'time.log',
  input: z.strictObject({ entryId: id() }),
  output: z.object({}),

  async run(ctx, { entryId }) {
    const before = await lockOwnEntry(ctx, entryId);
    await store.deleteEntry(ctx, entryId);
    ctx.emit(timeRemoved, factsOf(before), {
      ticketId: before.ticket_id,
      changes: [{ field: 'time', from: hoursAndMinutes(before.minutes), to: null }],
    });
    return {};
  },
});

async function lockOwnEntry(ctx: CommandContext, entryId: string): Promise<store.EntryRecord> {
  const entry = await store.lockEntry(ctx, entryId);
  // Of a ticket that one may not see there is no time either.
  await requireTicketId(ctx.tx, ctx.actor, entry.ticket_id);
  if (entry.user_id !== ctx.actor.id) {
    mustBePermitted(ctx.actor, 'time.change');
  }
  return entry;
}

const factsOf = (entry: store.EntryRecord) => ({
  ticketId: entry.ticket_id,
  entryId: entry.id,
  userId: entry.user_id,
});

export type NewEntry = {
  readonly ticketId: string;
  readonly userId: string;
  readonly minutes: number;
  readonly note: string;
  readonly spentAt: Date;
  readonly byTimer: boolean;
};

/** At today's rate of whoever spent it. */
export async function addEntry(ctx: CommandContext, entry: NewEntry): Promise<string> {
  const entryId = newId();
  await store.insertEntry(ctx, {
    id: entryId,
    ticket_id: entry.ticketId,
    user_id: entry.userId,
    minutes: entry.minutes,
    note: entry.note,
    spent_at: entry.spentAt,
    by_timer: entry.byTimer,
    ...(await store.rateOf(ctx, entry.userId)),
    made_at: ctx.now,
  });
  ctx.emit(
    timeLogged,
    { ticketId: entry.ticketId, entryId, userId: entry.userId },
    {
      ticketId: entry.ticketId,
      changes: [{ field: 'time', from: null, to: hoursAndMinutes(entry.minutes) }],
    },
  );
  return entryId;
}

/** A day ahead is forgiven: people and servers live in different zones. */
function past(at: string, now: Date): Date {
  const date = new Date(at);
  if (date.getTime() > now.getTime() + dayMs) {
    throw invalid('spentAt', 'in_future');
  }
  return date;
}
