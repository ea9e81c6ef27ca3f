import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { applyTo, lockTicket, readTicketFacts, stateOf } from '../../tickets/public.ts';
import { keepClocks } from '../keep-clocks.ts';
import { readClocks } from '../queries/read-clocks.ts';
import { readSettings } from '../settings.ts';

/**
 * Looks at the clocks of a ticket under its lock: alarms that have come are told, each once whoever else looks; with `anew` also
 * what policies say now.
 */
export const lookAtClocks = defineCommand({
  name: 'sla.look-at-clocks',
  permission: 'ticket.change',
  input: z.strictObject({ ticketId: z.string() }),
  output: z.object({}),

  async run(ctx, { ticketId }) {
    const row = await lockTicket(ctx, ticketId);
    const { workspaceId } = ctx.actor;
    const settings = await readSettings(ctx.tx, workspaceId);
    const rows = await readClocks(ctx.tx, workspaceId, ticketId);
    const ticket = stateOf(row);
    const facts = await readTicketFacts(ctx.tx, workspaceId, ticket);
    const subject = { ticket, facts, now: ctx.now };
    const times = keepClocks(ctx, { subject, rows, happened: [] }, settings);
    if (Object.keys(times).length > 0) {
      await applyTo(ctx, row, { changes: {}, occurrences: [], also: times });
    }
    return {};
  },
});
