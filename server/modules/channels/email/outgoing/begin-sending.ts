import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import {
  lockTicketForIntake,
  readMailThread,
  type MailHeader,
  type readMessageRow,
} from '../../../tickets/public.ts';
import {
  deleteOutgoing,
  findOutgoing,
  lockOutgoing,
  saveOutgoing,
  type OutgoingRow,
} from '../../outgoing-store.ts';
import { chooseMailbox, senderOf, type Mailbox } from './choose-mailbox.ts';
import { tellDelivery } from './delivery.ts';
import { readMessageIfThere } from './read-message-if-there.ts';
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
    // The ticket first, as everybody does: its lock decides whether the author takes the answer back or it leaves.
    const at = await findOutgoing(ctx, letterId);
    const ticket = at && (await lockTicketForIntake(ctx, at.ticket_id, at.message_id));
    const waiting = ticket && (await lockOutgoing(ctx, { id: letterId }));
    if (!waiting || !isFree(ctx, waiting)) {
      return null;
    }
    const message = await readMessageIfThere(ctx, waiting.message_id);
    if (!message) {
      await deleteOutgoing(ctx, waiting.id);
      return null;
    }
    return take(ctx, { ...waiting, ticket_id: ticket.id }, { number: ticket.number, message });
  },
});

type Read = Pick<LetterToSend, 'number' | 'message'>;

async function take(
  ctx: CommandContext,
  found: OutgoingRow,
  { number, message }: Read,
): Promise<LetterToSend | null> {
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
  return { letter, number, channel, message, mail, references };
}

/** Not while another sender has it, and not before its time. */
function isFree(ctx: CommandContext, letter: OutgoingRow): boolean {
  const until = letter.next_attempt_at;
  const isWaiting = letter.state === 'queued' || letter.state === 'sending';
  if (isWaiting && until && until > ctx.now) {
    ctx.enqueue({
      queue: sendLetterQueue.name,
      payload: { letterId: letter.id },
      startAfter: until,
    });
    return false;
  }
  return isWaiting;
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
