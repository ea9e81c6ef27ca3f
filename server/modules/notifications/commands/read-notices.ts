import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { whisper } from '../../../kernel/live-whisper.ts';
import { id } from '../../../kernel/text.ts';
import { requireTicketId } from '../../tickets/public.ts';
import { markRead } from '../store.ts';

/** Some notices, those about one ticket, or all of them; only ever one's own. */
export const readNotices = defineCommand({
  name: 'notifications.read',
  permission: 'ticket.read',
  input: z.strictObject({
    ids: z.array(id()).min(1).max(200).optional(),
    ticketId: id().optional(),
  }),
  output: z.object({ read: z.int() }),

  async run(ctx, { ids, ticketId }) {
    const { id: userId } = ctx.actor;
    if (userId === null) {
      throw new Refusal('forbidden', 'permission.missing');
    }
    const about =
      ticketId === undefined ? undefined : await requireTicketId(ctx.tx, ctx.actor, ticketId);
    const read = await markRead(ctx, {
      userId,
      ...(ids && { ids }),
      ...(about !== undefined && { ticketId: about }),
    });
    if (read > 0) {
      whisper(ctx, { to: [userId], event: 'notices', words: { kind: null, ticketId: null } });
    }
    return { read };
  },
});
