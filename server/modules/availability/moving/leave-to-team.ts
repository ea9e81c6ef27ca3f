import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { isOpen, lockTicket } from '../../tickets/public.ts';
import { compileAvailability } from '../deciding/compile-availability.ts';
import { readAvailabilitySettings } from '../queries/read-settings.ts';
import { handOver } from './hand-over.ts';

/** A customer has written to somebody absent whom nobody replaces. Repeated, or too late, it finds nothing to do. */
export const leaveToTeam = defineCommand({
  name: 'availability.leave-to-team',
  permission: 'availability.change',
  input: z.strictObject({ absenceId: z.string(), ticketId: z.string() }),
  output: z.object({}),

  async run(ctx, { absenceId, ticketId }) {
    const row = await lockTicket(ctx, ticketId);
    const settings = await readAvailabilitySettings(ctx.tx, ctx.actor.workspaceId);
    const known = compileAvailability(settings);
    const current = known.absenceOf(row.assignee_id ?? '', ctx.now);
    if (current?.absence.id === absenceId && isOpen(row.status) && row.merged_into === null) {
      await handOver(ctx, { current, known }, ticketId);
    }
    return {};
  },
});
