import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { newId } from '../../../../kernel/ids.ts';
import { readWorkspace } from '../../../identity/public.ts';
import {
  readMailThread,
  readMessageRow,
  readTicket,
  recordDelivery,
  type MailHeader,
} from '../../../tickets/public.ts';
import { mailChannels, type ChannelRow } from '../../channel-store.ts';
import { insertReferences } from '../../inbound-store.ts';
import { insertOutgoing } from '../../outgoing-store.ts';
import { sendLetterQueue } from './queue.data.ts';
import { senderNameOf, subjectOfAnswer } from './header-words.ts';

/** An answer leaves as a letter: by the ticket's own mailbox, else by the first one that can send. */
export const queueLetter = defineCommand({
  name: 'channels.queue-letter',
  permission: 'letter.send',
  input: z.strictObject({ ticketId: z.string(), messageId: z.string() }),
  output: z.object({ queued: z.boolean() }),

  async run(ctx, at) {
    const { workspaceId } = ctx.actor;
    const ticket = await readTicket(ctx.tx, ctx.actor, at.ticketId);
    const { row } = await readMessageRow(ctx.tx, ctx.actor, at.messageId);
    const channel = await chooseChannel(ctx, row.channel_id);
    const thread = await readMailThread(ctx.tx, { workspaceId, ticketId: ticket.id, before: row.id });
    // They may write from several addresses: the answer goes where the last letter came from.
    const last = thread.findLast((l) => l.direction === 'in' && l.personId === ticket.requester.id);
    const to = last?.address ?? ticket.requester.email;
    if (!to || !channel?.address) {
      await giveUp(ctx, at, to ? 'no_mailbox' : 'no_address');
      return { queued: false };
    }
    const { name: company } = await readWorkspace(ctx.tx, workspaceId);
    const mail: MailHeader = {
      messageId: `${row.id}@${domainOf(channel.address)}`,
      from: `${senderNameOf(channel, row.author_name, company)} <${channel.address}>`,
      to: [to],
      cc: (row.mail?.cc ?? []).filter((address) => address.toLowerCase() !== to.toLowerCase()),
      subject: thread.length > 0 ? subjectOfAnswer(ticket.subject) : ticket.subject,
      authentication: null,
    };
    const letterId = await queue(ctx, { ...at, channel, mail });
    ctx.enqueue({ queue: sendLetterQueue.name, payload: { letterId } });
    return { queued: true };
  },
});

type Queued = { ticketId: string; messageId: string; channel: ChannelRow; mail: MailHeader };

async function queue(ctx: CommandContext, { channel, mail, ...at }: Queued): Promise<string> {
  const id = newId();
  const mailMessageId = mail.messageId ?? id;
  await insertOutgoing(ctx, {
    workspace_id: ctx.actor.workspaceId,
    id,
    channel_id: channel.id,
    ticket_id: at.ticketId,
    message_id: at.messageId,
    mail_message_id: mailMessageId,
    recipients: JSON.stringify({ to: mail.to, cc: mail.cc }),
    state: 'queued',
    attempts: 0,
    queued_at: ctx.now,
    next_attempt_at: null,
    sent_at: null,
    last_error: null,
  });
  insertReferences(
    ctx,
    { ticketId: at.ticketId, ticketMessageId: at.messageId },
    { own: mailMessageId, awaited: [] },
  );
  await recordDelivery(ctx, at, {
    mail,
    delivery: {
      state: 'queued',
      code: null,
      detail: null,
      attempts: 0,
      at: ctx.now.toISOString(),
      nextAttemptAt: null,
    },
  });
  return id;
}

/** The ticket's mailbox when it can still send; else one of the company's; the built-in one last. */
async function chooseChannel(ctx: CommandContext, id: string | null): Promise<ChannelRow | null> {
  const all = await mailChannels(ctx.tx, ctx.actor.workspaceId);
  return all.find((channel) => channel.id === id) ?? all.find(({ settings }) => settings.smtp) ?? all[0] ?? null;
}

async function giveUp(
  ctx: CommandContext,
  at: { ticketId: string; messageId: string },
  code: string,
): Promise<void> {
  await recordDelivery(ctx, at, {
    delivery: {
      state: 'failed',
      code,
      detail: null,
      attempts: 0,
      at: ctx.now.toISOString(),
      nextAttemptAt: null,
    },
  });
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
