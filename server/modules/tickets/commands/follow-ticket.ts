import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { followerAdded, followerRemoved } from '../events.ts';
import { ticketRef } from '../schema.ts';
import { addFollower, findUser, lockTicket, removeFollower } from '../store.ts';

const input = z.strictObject({ ticketId: ticketRef, userId: id() });
const output = z.object({ following: z.boolean() });

/** Named in the path, so that somebody who is not there is simply not found. */
async function follower(ctx: CommandContext, userId: string): Promise<{ active: boolean }> {
  const user = await findUser(ctx, userId);
  if (!user) {
    throw new Refusal('not_found', 'user.not_found');
  }
  return user;
}

export const followTicket = defineCommand({
  name: 'tickets.follow',
  permission: 'ticket.read',
  input,
  output,
  async run(ctx, { ticketId, userId }) {
    const ticket = await lockTicket(ctx, ticketId);
    if (!(await follower(ctx, userId)).active) {
      throw new Refusal('not_allowed', 'user.inactive');
    }
    if (await addFollower(ctx, ticket.id, userId)) {
      ctx.emit(
        followerAdded,
        { ticketId: ticket.id },
        {
          ticketId: ticket.id,
          changes: [{ field: 'follower', from: null, to: userId }],
        },
      );
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
    await follower(ctx, userId);
    if (await removeFollower(ctx, ticket.id, userId)) {
      ctx.emit(
        followerRemoved,
        { ticketId: ticket.id },
        {
          ticketId: ticket.id,
          changes: [{ field: 'follower', from: userId, to: null }],
        },
      );
    }
    return { following: false };
  },
});
