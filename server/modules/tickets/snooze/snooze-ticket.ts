import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal, invalid } from '../../../kernel/errors.ts';
import { time, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { applyTo } from '../door.ts';
import { readTicket } from '../queries/read-ticket.ts';
import { isOpen } from '../rules/ticket.ts';
import { Ticket, ticketRef } from '../schema.ts';
import { lockTicket } from '../store.ts';

const yearMs = 366 * 24 * 3600_000;

/** Puts a ticket aside: it leaves the open views until its time, or until the customer's next word, whatever comes first. */
export const snoozeTicket = defineCommand({
  name: 'tickets.snooze',
  permission: 'ticket.snooze',
  input: z.strictObject({
    ticketId: ticketRef,
    until: z.union([time(), z.literal('answer')]),
    version: version().optional(),
  }),
  output: Ticket,

  async run(ctx, { ticketId, until, version: seen }) {
    const row = await lockTicket(ctx, ticketId);
    mustBeCurrent(row, seen);
    if (row.merged_into === null && !isOpen(row.status)) {
      throw new Refusal('not_allowed', 'snooze.not_open');
    }
    const snooze = until === 'answer' ? until : timeAhead(until, ctx.now);
    const after = await applyTo(ctx, row, { changes: { snooze }, occurrences: [] });
    return readTicket(ctx.tx, ctx.actor, after.id);
  },
});

export function timeAhead(until: string, now: Date): string {
  const at = new Date(until);
  if (at <= now) {
    throw invalid('until', 'past');
  }
  if (at.getTime() - now.getTime() > 5 * yearMs) {
    throw invalid('until', 'too_far');
  }
  return at.toISOString();
}

export const wakeTicket = defineCommand({
  name: 'tickets.wake',
  permission: 'ticket.snooze',
  input: z.strictObject({ ticketId: ticketRef, version: version().optional() }),
  output: Ticket,

  async run(ctx, { ticketId, version: seen }) {
    const row = await lockTicket(ctx, ticketId);
    mustBeCurrent(row, seen);
    const after = await applyTo(ctx, row, { changes: { snooze: null }, occurrences: [] });
    return readTicket(ctx.tx, ctx.actor, after.id);
  },
});

/** Asked by every worker whose clock says so; the row's lock makes it once. */
export const wakeDueTicket = defineCommand({
  name: 'tickets.wake-due',
  permission: 'ticket.snooze',
  input: z.strictObject({ ticketId: z.string() }),
  output: z.object({ woken: z.boolean() }),

  async run(ctx, { ticketId }) {
    const row = await lockTicket(ctx, ticketId);
    const until = row.snoozed_until;
    if (!(until instanceof Date) || until > ctx.now) {
      return { woken: false };
    }
    const reason = { code: 'snooze_over' };
    await applyTo(ctx, row, { changes: { snooze: null }, occurrences: [], reason });
    return { woken: true };
  },
});
