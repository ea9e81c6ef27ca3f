import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import {
  lockTicketForIntake,
  readMailThread,
  readMessageRow,
  type MailHeader,
} from '../../../tickets/public.ts';
import { lockOutgoing, saveOutgoing, type OutgoingRow } from '../../outgoing-store.ts';
import { chooseMailbox, senderOf, type Mailbox } from './choose-mailbox.ts';
import { tellDelivery } from './delivery.ts';
import { sendLetterQueue } from './queue.data.ts';

export type LetterToSend = {
  readonly letter: OutgoingRow;
  readonly number: number;
  readonly channel: Mailbox;
  readonly message: Awaited<ReturnType<typeof readMessageRow>>;
  readonly mail: MailHeader;
  readonly references: readonly string[];
};

/** While a letter is on its way it belongs to one sender; one that died has lost it after so long. */
const leaseMs = 150_000;
export const renewLeaseMs = 50_000;

const letterInput = z.strictObject({ letterId: z.string() });

/**
 * Marks the letter as on its way and gathers what it is made of; null when there is nothing to send, or not now. Whoever
 * finds it on its way already looks again when the other's time is over.
 */
export const beginSending = defineCommand({
  name: 'channels.begin-sending',
  permission: 'letter.send',
  input: letterInput,
  output: z.custom<LetterToSend | null>(),

  async run(ctx, { letterId }) {
    const found = await lockOutgoing(ctx, { id: letterId });
    const ticket = await lockTicketForIntake(ctx, found.ticket_id);
    if (!ticket || !(await isFree(ctx, found))) {
      return null;
    }
    const message = await readMessageRow(ctx.tx, ctx.actor, found.message_id);
    const at = { ticketId: found.ticket_id, messageId: found.message_id };
    // Another one than it was queued for, when that was paused or removed meanwhile, or this one can send at last.
    const channel = await chooseMailbox(ctx, found.channel_id);
    if (!channel || !message.row.mail) {
      await saveOutgoing(ctx, found.id, { state: 'failed', next_attempt_at: null });
      await tellDelivery(ctx, at, { state: 'failed', code: 'no_route', attempts: found.attempts });
      return null;
    }
    const moved = channel.id !== found.channel_id;
    const mail = moved
      ? { ...message.row.mail, from: await senderOf(ctx, channel, message.row.author_name) }
      : message.row.mail;
    const letter = { ...found, attempts: found.attempts + 1, channel_id: channel.id };
    await saveOutgoing(ctx, letter.id, {
      state: 'sending',
      attempts: letter.attempts,
      channel_id: channel.id,
      next_attempt_at: new Date(ctx.now.getTime() + leaseMs),
    });
    await tellDelivery(ctx, at, {
      state: 'sending',
      attempts: letter.attempts,
      ...(moved && { mail }),
    });
    const { workspaceId } = ctx.actor;
    const thread = await readMailThread(ctx.tx, {
      workspaceId,
      ticketId: letter.ticket_id,
      before: letter.message_id,
    });
    const references = thread.map(({ mailMessageId }) => mailMessageId);
    return { letter, number: ticket.number, channel, message, mail, references };
  },
});

async function isFree(ctx: CommandContext, letter: OutgoingRow): Promise<boolean> {
  const until = letter.next_attempt_at;
  if (letter.state === 'sending' && until && until > ctx.now) {
    ctx.enqueue({
      queue: sendLetterQueue.name,
      payload: { letterId: letter.id },
      startAfter: until,
    });
    return false;
  }
  return letter.state === 'queued' || letter.state === 'sending';
}

/** Says that the sender lives; a large letter on a slow line takes its time. */
export const renewLease = defineCommand({
  name: 'channels.renew-lease',
  permission: 'letter.send',
  input: letterInput.extend({ attempt: z.int() }),
  output: z.object({}),
  async run(ctx, { letterId, attempt }) {
    const letter = await lockOutgoing(ctx, { id: letterId });
    if (letter.state === 'sending' && letter.attempts === attempt) {
      const until = new Date(ctx.now.getTime() + leaseMs);
      await saveOutgoing(ctx, letterId, { next_attempt_at: until });
    }
    return {};
  },
});
