import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { emailAddress, id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { takeFiles } from '../attachments.ts';
import { answerInto, type Author } from '../conversation.ts';
import { readMessage } from '../queries/read-messages.ts';
import { Message, SettableStatus, changeable, ticketRef, type Delivery } from '../schema.ts';
import { lockTicket, type TicketRecord } from '../store.ts';
import { writtenText } from '../written-text.ts';

export const writeMessage = defineCommand({
  name: 'tickets.write-message',
  permission: 'ticket.read',
  input: z
    .strictObject({
      ticketId: ticketRef,
      body: changeable.body.optional(),
      html: changeable.html.optional(),
      visibility: z.enum(['public', 'internal']).default('public'),
      attachments: z.array(id()).max(50).optional(),
      cc: z.array(emailAddress()).max(50).optional(),
      /** Set together with the answer, e.g. "send and solve". */
      status: SettableStatus.optional(),
      version: version().optional(),
    })
    .refine(({ body, html }) => body !== undefined || html !== undefined, {
      message: 'required',
      path: ['body'],
    }),
  output: Message,

  async run(ctx, { ticketId, version: seen, status, visibility, ...input }) {
    const isPublic = visibility === 'public';
    mustBePermitted(ctx.actor, isPublic ? 'ticket.reply' : 'ticket.note');
    if (status !== undefined) {
      mustBePermitted(ctx.actor, 'ticket.change');
    }
    const ticket = await lockTicket(ctx, ticketId);
    mustBeCurrent(ticket, seen);
    const files = await takeFiles(ctx, input.attachments ?? []);
    const text = writtenText(input);
    if (text.body.trim() === '' && files.length === 0) {
      throw invalid('body', 'too_short');
    }
    const { messageId } = await answerInto(ctx, ticket, {
      author: authorOf(ctx),
      visibility,
      changes: { ...(status && { status }) },
      message: {
        ...text,
        ...(isPublic && onItsWay(ticket, input.cc ?? [], ctx.now)),
        files,
        channel: { kind: ticket.channel_kind, id: ticket.channel_id },
      },
    });
    return readMessage(ctx.tx, ctx.actor, messageId);
  },
});

/** What an answer has that a note has not: where it goes, and how its sending stands. */
const onItsWay = (ticket: TicketRecord, cc: readonly string[], now: Date) => ({
  mail: headerOf(ticket, cc),
  delivery: ticket.channel_kind === 'email' ? queued(now) : null,
});

/** The address and the ids are filled in by the channel when it composes the letter. */
function headerOf(ticket: TicketRecord, cc: readonly string[]) {
  return {
    messageId: null,
    from: null,
    to: [],
    cc: [...cc],
    subject: ticket.subject,
    authentication: null,
  };
}

const queued = (now: Date): Delivery => ({
  state: 'queued',
  code: null,
  detail: null,
  attempts: 0,
  at: now.toISOString(),
  nextAttemptAt: null,
});

function authorOf({ actor }: CommandContext): Author {
  const isPerson = actor.kind === 'user' || actor.kind === 'token';
  return {
    kind: isPerson ? 'user' : 'system',
    id: actor.id,
    name: actor.name,
    address: null,
  };
}
