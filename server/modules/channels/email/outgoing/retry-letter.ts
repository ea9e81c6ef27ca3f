import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { id } from '../../../../kernel/text.ts';
import {
  lockTicketForIntake,
  readMessageRow,
  requireTicketId,
  ticketRef,
} from '../../../tickets/public.ts';
import { lockOutgoingOf, saveOutgoing } from '../../outgoing-store.ts';
import { tellDelivery, type MessageAt } from './delivery.ts';
import { sendLetterQueue } from './queue.data.ts';
import { queueAnswer } from './queue-letter.ts';

/** The author, or an administrator who has mended the settings, sends a failed answer once more, or at once. */
export const retryLetter = defineCommand({
  name: 'channels.retry-letter',
  permission: 'ticket.reply',
  input: z.strictObject({ ticketId: ticketRef, messageId: id() }),
  output: z.object({ state: z.string() }),

  async run(ctx, { ticketId, messageId }) {
    const ticket = await lockTicketForIntake(
      ctx,
      await requireTicketId(ctx.tx, ctx.actor, ticketId),
    );
    const message = ticket && (await readMessageRow(ctx.tx, ctx.actor, messageId));
    if (!ticket || message?.row.ticket_id !== ticket.id || !message.row.delivery) {
      throw new Refusal('not_found', 'message.not_found');
    }
    const state = await again(ctx, { ticketId: ticket.id, messageId }, message.row.delivery.state);
    return { state };
  },
});

async function again(ctx: CommandContext, at: MessageAt, state: string): Promise<string> {
  const letter = await lockOutgoingOf(ctx, at.messageId);
  if (!letter && state === 'failed') {
    // There was nobody to send it to, or nothing to send it by.
    return (await queueAnswer(ctx, at)) ? 'queued' : 'failed';
  }
  if (!letter || letter.state === 'sent' || letter.state === 'sending') {
    throw new Refusal('not_allowed', 'letter.sent');
  }
  await saveOutgoing(ctx, letter.id, {
    state: 'queued',
    attempts: 0,
    queued_at: ctx.now,
    next_attempt_at: null,
  });
  await tellDelivery(ctx, at, { state: 'queued' });
  ctx.enqueue({ queue: sendLetterQueue.name, payload: { letterId: letter.id } });
  return 'queued';
}
