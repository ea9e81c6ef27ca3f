import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { cleanHtml } from '../../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../../kernel/html/text-of-html.ts';
import { emailAddress, id, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { takeFiles } from '../attachments.ts';
import { isOwnFile } from '../files.ts';
import { answerInto, type Author } from '../conversation.ts';
import { readMessage } from '../queries/read-messages.ts';
import { Message, Status, changeable, ticketRef, type Delivery } from '../schema.ts';
import { lockTicket, type TicketRecord } from '../store.ts';

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
      status: Status.optional(),
      version: version().optional(),
    })
    .refine(({ body, html }) => body !== undefined || html !== undefined, {
      message: 'required',
      path: ['body'],
    }),
  output: Message,

  async run(ctx, input) {
    const isPublic = input.visibility === 'public';
    mustBePermitted(ctx.actor, isPublic ? 'ticket.reply' : 'ticket.note');
    if (input.status !== undefined) {
      mustBePermitted(ctx.actor, 'ticket.change');
    }
    const ticket = await lockTicket(ctx, input.ticketId);
    mustBeCurrent(ticket, input.version);
    const cleaned = input.html === undefined ? null : cleanHtml(input.html, { isOurs: isOwnFile });
    const body = (input.body ?? textOfHtml(input.html ?? '')).trimEnd();
    const files = await takeFiles(ctx, input.attachments ?? []);
    if (body.trim() === '' && files.length === 0) {
      throw new Refusal('invalid', 'input.invalid', {
        errors: [{ field: 'body', code: 'too_short' }],
      });
    }
    const { messageId } = await answerInto(ctx, ticket, {
      author: authorOf(ctx),
      visibility: input.visibility,
      changes: input.status === undefined ? {} : { status: input.status },
      message: {
        body,
        html: cleaned?.html ?? null,
        blockedImages: cleaned?.blockedImages ?? 0,
        files,
        channel: { kind: ticket.channel_kind, id: ticket.channel_id },
        mail: isPublic ? headerOf(ticket, input.cc ?? []) : null,
        delivery: isPublic && ticket.channel_kind === 'email' ? queued(ctx.now) : null,
      },
    });
    return readMessage(ctx.tx, ctx.actor, messageId);
  },
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
