import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { applyTo, lockTicketForIntake } from '../../tickets/public.ts';
import { routingKey } from '../deciding/call.ts';
import { leaveQueue } from '../place-store.ts';
import { readPlace } from '../queries/read-place.ts';

/**
 * Looks once more for somebody who can have a waiting ticket. Under its lock: whether it still waits, so that of two workers one
 * hands it out.
 */
export const handOut = defineCommand({
  name: 'routing.hand-out',
  permission: 'ticket.assign',
  input: z.strictObject({ ticketId: z.string() }),
  output: z.object({ waits: z.boolean() }),
  async run(ctx, { ticketId }) {
    const ticket = await lockTicketForIntake(ctx, ticketId);
    const place = await readPlace(ctx.tx, ctx.actor.workspaceId, ticketId);
    if (!place?.waiting) {
      return { waits: false };
    }
    if (ticket?.id !== ticketId) {
      leaveQueue(ctx, ticketId);
      return { waits: false };
    }
    const occurrences = [{ kind: 'time' as const, key: routingKey }];
    await applyTo(ctx, ticket, { changes: {}, occurrences });
    const after = await readPlace(ctx.tx, ctx.actor.workspaceId, ticketId);
    return { waits: after?.waiting ?? false };
  },
});
