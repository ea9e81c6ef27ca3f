import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { readWorkspace } from '../../identity/public.ts';
import { ticketRemoved } from '../events.ts';
import { deleteSpam } from './spam-store.ts';

const dayMs = 24 * 60 * 60_000;
const atOnce = 200;

/** What the company has said may go after so many days in spam; nothing, unless it has said so. Their past stays in the log. */
export const removeOldSpam = defineCommand({
  name: 'tickets.remove-old-spam',
  permission: 'ticket.remove',
  input: z.strictObject({}),
  output: z.object({ removed: z.int(), more: z.boolean() }),
  async run(ctx) {
    const { spamKeptDays } = await readWorkspace(ctx.tx, ctx.actor.workspaceId);
    if (spamKeptDays === null) {
      return { removed: 0, more: false };
    }
    const before = new Date(ctx.now.getTime() - spamKeptDays * dayMs);
    const removed = await deleteSpam(ctx, { before, limit: atOnce });
    for (const { id, number, requesterId } of removed) {
      ctx.emit(
        ticketRemoved,
        { ticketId: id, number },
        { ticketId: id, personId: requesterId, reason: { code: 'old_spam' } },
      );
    }
    return { removed: removed.length, more: removed.length === atOnce };
  },
});
