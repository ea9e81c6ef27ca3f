import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { readTicket } from '../queries/read-ticket.ts';
import { Ticket, ticketRef } from '../schema.ts';
import { putIntoSpam, takeOutOfSpam } from './spam.ts';
import { lockTicket } from '../store.ts';

const input = z.strictObject({ ticketId: ticketRef });

/** Out of everybody's sight, into the view of that name. Nothing is thrown away. */
export const markSpam = defineCommand({
  name: 'tickets.mark-spam',
  permission: 'ticket.change',
  input,
  output: Ticket,
  async run(ctx, { ticketId }) {
    const { id } = await putIntoSpam(ctx, await lockTicket(ctx, ticketId));
    return readTicket(ctx.tx, ctx.actor, id);
  },
});

export const unmarkSpam = defineCommand({
  name: 'tickets.unmark-spam',
  permission: 'ticket.change',
  input,
  output: Ticket,
  async run(ctx, { ticketId }) {
    const { id } = await takeOutOfSpam(ctx, await lockTicket(ctx, ticketId));
    return readTicket(ctx.tx, ctx.actor, id);
  },
});
