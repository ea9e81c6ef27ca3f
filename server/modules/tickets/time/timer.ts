import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { time } from '../../../kernel/text.ts';
import { requireTicketId } from '../queries/require-ticket.ts';
import { ownUserId } from '../reminders/own-user.ts';
import { ticketRef } from '../schema.ts';
import type { NameTables, TicketTables } from '../tables.ts';
import { timerChanged } from '../work-events.ts';
import type { WorkTables } from '../work-tables.ts';
import { minutesBetween } from './duration.ts';
import { addEntry, timeNote } from './log-time.ts';
import { TimeEntry, readEntry } from './queries/read-time.ts';
import * as store from './time-store.ts';

const Timer = z
  .object({
    ticket: z.object({ id: z.string(), number: z.int(), subject: z.string() }),
    startedAt: time(),
    note: z.string(),
  })
  .meta({ id: 'Timer' });

/** One's own; it runs on the server, so that it survives a closed window and shows on every screen. */
export const getTimer = defineQuery({
  name: 'tickets.get-timer',
  permission: 'time.log',
  input: z.strictObject({}),
  output: z.object({ timer: Timer.nullable() }),

  async run({ db, actor }) {
    const row = await db
      .withTables<WorkTables & TicketTables & NameTables>()
      .selectFrom('time_timer')
      .innerJoin('ticket', (join) =>
        join
          .onRef('ticket.workspace_id', '=', 'time_timer.workspace_id')
          .onRef('ticket.id', '=', 'time_timer.ticket_id'),
      )
      .select(['ticket.id', 'ticket.number', 'ticket.subject', 'started_at', 'note'])
      .where('time_timer.workspace_id', '=', actor.workspaceId)
      .where('time_timer.user_id', '=', actor.id)
      .executeTakeFirst();
    return {
      timer: row
        ? {
            ticket: { id: row.id, number: row.number, subject: row.subject },
            startedAt: row.started_at.toISOString(),
            note: row.note,
          }
        : null,
    };
  },
});

/** Starts counting for a ticket; what ran for another one is stopped and written down, so that no minute is lost or twice. */
export const startTimer = defineCommand({
  name: 'tickets.start-timer',
  permission: 'time.log',
  input: z.strictObject({ ticketId: ticketRef, note: timeNote.default('') }),
  output: z.object({ startedAt: time(), logged: TimeEntry.nullable() }),

  async run(ctx, { ticketId, note }) {
    const userId = ownUserId(ctx.actor);
    const ticket = await requireTicketId(ctx.tx, ctx.actor, ticketId);
    const running = await store.takeTimer(ctx, userId);
    if (running?.ticket_id === ticket) {
      await store.insertTimer(ctx, { ...running, note: note || running.note });
      return { startedAt: running.started_at.toISOString(), logged: null };
    }
    const logged = running ? await writeDown(ctx, running, {}) : null;
    const row = { user_id: userId, ticket_id: ticket, started_at: ctx.now, note };
    if (!(await store.insertTimer(ctx, row))) {
      throw new Refusal('conflict', 'timer.started_elsewhere');
    }
    ctx.emit(timerChanged, { userId });
    return { startedAt: ctx.now.toISOString(), logged };
  },
});

export const stopTimer = defineCommand({
  name: 'tickets.stop-timer',
  permission: 'time.log',
  input: z.strictObject({
    note: timeNote.optional(),
    /** True: it ran by mistake, nothing is written down. */
    discard: z.boolean().default(false),
  }),
  output: z.object({ logged: TimeEntry.nullable() }),

  async run(ctx, { note, discard }) {
    const userId = ownUserId(ctx.actor);
    const running = await store.takeTimer(ctx, userId);
    if (!running) {
      throw new Refusal('conflict', 'timer.not_running');
    }
    ctx.emit(timerChanged, { userId });
    return { logged: discard ? null : await writeDown(ctx, running, { note }) };
  },
});

async function writeDown(
  ctx: CommandContext,
  running: store.TimerRecord,
  { note }: { note?: string | undefined },
): Promise<TimeEntry> {
  const entryId = await addEntry(ctx, {
    ticketId: running.ticket_id,
    userId: running.user_id,
    minutes: minutesBetween(running.started_at, ctx.now),
    note: note ?? running.note,
    spentAt: running.started_at,
    byTimer: true,
  });
  return readEntry(ctx.tx, ctx.actor, entryId);
}
