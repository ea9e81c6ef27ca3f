import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { newId } from '../../../../kernel/ids.ts';
import {
  lockTicketForIntake,
  readMailThread,
  readTicket,
  recordSignature,
  type MailHeader,
} from '../../../tickets/public.ts';
import { insertReferences } from '../threading/reference-store.ts';
import { insertOutgoing } from '../../outgoing-store.ts';
import { chooseMailbox, senderOf, type Mailbox } from './choose-mailbox.ts';
import { tellDelivery, type MessageAt } from './delivery.ts';
import { subjectOfAnswer } from './header-words.ts';
import { readMessageIfThere } from './read-message-if-there.ts';
import { staysHere } from '../../points.ts';
import { signatureFor, type Signature } from '../../signatures.ts';
import { sendLetterQueue } from './queue.data.ts';

/** An answer leaves as a letter: by the ticket's own mailbox, else by the first one that can send. */
export const queueLetter = defineCommand({
  name: 'channels.queue-letter',
  permission: 'letter.send',
  input: z.strictObject({ ticketId: z.string(), messageId: z.string() }),
  output: z.object({ queued: z.boolean() }),
  async run(ctx, at) {
    // Under the ticket's lock, as it is taken back: either there is an answer to send, or there is none.
    const ticket = await lockTicketForIntake(ctx, at.ticketId, at.messageId);
    return { queued: ticket !== null && (await queueAnswer(ctx, at)) };
  },
});

/** False when there is nobody to send it to, nothing to send it by, or nothing to be sent: its author is told which. */
export async function queueAnswer(ctx: CommandContext, at: MessageAt): Promise<boolean> {
  const row = (await readMessageIfThere(ctx, at.messageId))?.row;
  if (!row || row.source_id !== null) {
    // Taken back already; or it was a letter before it was a message: history that was brought in.
    return false;
  }
  const ticket = await readTicket(ctx.tx, ctx.actor, at.ticketId);
  const way = await wayOf(ctx, row, ticket.requester);
  if ('ends' in way) {
    await tellDelivery(ctx, at, way.ends);
    return false;
  }
  const { mailbox, to, copies, isAnswer } = way;
  const mail: MailHeader = {
    messageId: `${row.id}@${domainOf(mailbox.address)}`,
    from: await senderOf(ctx, mailbox, row.author_name),
    to: [to],
    cc: copies,
    subject: isAnswer ? subjectOfAnswer(ticket.subject) : ticket.subject,
    authentication: null,
  };
  // Its author may still take it back; the letter leaves only after that.
  const heldUntil = row.delivery?.nextAttemptAt ? new Date(row.delivery.nextAttemptAt) : null;
  const signature = await signatureFor(ctx, {
    teamId: ticket.team?.id ?? null,
    author: row.author_name,
  });
  await queue(ctx, { ...at, mailbox, mail, heldUntil, signature });
  return true;
}

type Row = NonNullable<Awaited<ReturnType<typeof readMessageIfThere>>>['row'];
type Requester = { readonly id: string; readonly email: string | null };

type Way =
  | {
      readonly mailbox: Mailbox;
      readonly to: string;
      readonly copies: string[];
      readonly isAnswer: boolean;
    }
  | { readonly ends: Parameters<typeof tellDelivery>[2] };

/** To whom it goes and by which mailbox, or why it goes nowhere. */
async function wayOf(ctx: CommandContext, row: Row, requester: Requester): Promise<Way> {
  const mailbox = await chooseMailbox(ctx, row.channel_id);
  const thread = await readMailThread(ctx.tx, {
    workspaceId: ctx.actor.workspaceId,
    ticketId: row.ticket_id,
    before: row.id,
  });
  const to = whereToAnswer(requester, thread);
  if (!to || !mailbox) {
    return { ends: { state: 'failed', code: to ? 'no_route' : 'no_recipients' } };
  }
  const copies = copiesOf(row.mail?.cc ?? [], to);
  return (await mustStay(ctx, [to, ...copies]))
    ? { ends: { state: 'sent', code: 'demo' } }
    : { mailbox, to, copies, isAnswer: thread.length > 0 };
}

/** They may write from several addresses: the answer goes where the last letter came from. */
function whereToAnswer(
  requester: Requester,
  thread: Awaited<ReturnType<typeof readMailThread>>,
): string | null {
  const last = thread.findLast((l) => l.direction === 'in' && l.personId === requester.id);
  return last?.address ?? requester.email;
}

async function mustStay(ctx: CommandContext, addresses: readonly string[]): Promise<boolean> {
  for (const stays of ctx.contributions(staysHere)) {
    if (await stays(ctx, addresses)) {
      return true;
    }
  }
  return false;
}

/** Everybody once, whatever the case in which they were typed. */
function copiesOf(cc: readonly string[], to: string): string[] {
  const byAddress = new Map(cc.map((address) => [address.toLowerCase(), address]));
  byAddress.delete(to.toLowerCase());
  return [...byAddress.values()];
}

type Queued = MessageAt & {
  mailbox: Mailbox;
  mail: MailHeader;
  heldUntil: Date | null;
  signature: Signature | null;
};

async function queue(
  ctx: CommandContext,
  { mailbox, mail, heldUntil, signature, ...at }: Queued,
): Promise<void> {
  const id = newId();
  const mailMessageId = mail.messageId ?? id;
  await insertOutgoing(ctx, {
    workspace_id: ctx.actor.workspaceId,
    id,
    channel_id: mailbox.id,
    ticket_id: at.ticketId,
    message_id: at.messageId,
    mail_message_id: mailMessageId,
    recipients: JSON.stringify({ to: mail.to, cc: mail.cc }),
    state: 'queued',
    attempts: 0,
    queued_at: ctx.now,
    next_attempt_at: heldUntil,
    sent_at: null,
    last_error: null,
    signature_html: signature?.html ?? null,
  });
  if (signature) {
    await recordSignature(ctx, at, signature.body);
  }
  insertReferences(ctx, [{ ...at, own: mailMessageId, awaited: [] }]);
  await tellDelivery(ctx, at, {
    state: 'queued',
    mail,
    nextAttemptAt: heldUntil?.toISOString() ?? null,
  });
  ctx.enqueue({
    queue: sendLetterQueue.name,
    payload: { letterId: id },
    ...(heldUntil && { startAfter: heldUntil }),
  });
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
