import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { followerAdded, followerRemoved } from '../events.ts';
import { ticketRef } from '../schema.ts';
import { addFollower, lockTicket, removeFollower, requireActiveUser } from '../store.ts';

const input = z.strictObject({ ticketId: ticketRef, userId: id() });
const output = z.object({ following: z.boolean() });

export const followTicket = defineCommand({
  name: 'tickets.follow',
  permission: 'ticket.read',
  input,
  output,
  async run(ctx, { ticketId, userId }) {
    const ticket = await lockTicket(ctx, ticketId);
    await requireActiveUser(ctx, userId);
    if (await addFollower(ctx, ticket.id, userId)) {
      ctx.emit(followerAdded, { ticketId: ticket.id }, {
        ticketId: ticket.id,
        changes: [{ field: 'follower', from: null, to: userId }],
      });
    }
    return { following: true };
  },
});

export const unfollowTicket = defineCommand({
  name: 'tickets.unfollow',
  permission: 'ticket.read',
  input,
  output,
  async run(ctx, { ticketId, userId }) {
    const ticket = await lockTicket(ctx, ticketId);
    if (await removeFollower(ctx, ticket.id, userId)) {
      ctx.emit(followerRemoved, { ticketId: ticket.id }, {
        ticketId: ticket.id,
        changes: [{ field: 'follower', from: userId, to: null }],
      });
    }
    return { following: false };
  },
});
