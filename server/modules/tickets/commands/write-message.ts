import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { emailAddress, id, version, oneOfFields } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { writeAnswer } from '../answer.ts';
import type { Author } from '../conversation.ts';
import { dropDraft } from '../drafts/drafts.ts';
import { hasUnseenMessage } from '../queries/unseen-message.ts';
import { readMessage } from '../queries/read-messages.ts';
import type { Changes } from '../rules/ticket.ts';
import { Message, SettableStatus, changeable, ticketRef } from '../schema.ts';
import { lockTicket, requireActiveUser, type TicketRecord } from '../store.ts';
import { writtenText } from '../written-text.ts';

const input = z
  .strictObject({
    ticketId: ticketRef,
    body: changeable.body.optional(),
    html: changeable.html.optional(),
    visibility: z.enum(['public', 'internal']).default('public'),
    attachments: z.array(id()).max(50).optional(),
    cc: z.array(emailAddress()).max(50).optional(),
    /** Set together with the answer, e.g. "send and solve". */
    status: SettableStatus.optional(),
    ownStatusId: id().optional(),
    /** Who has the ticket from now on, e.g. handing over with a note. */
    assigneeId: id().nullable().optional(),
    /** Colleagues called into a note. */
    mentions: z.array(id()).max(20).optional(),
    /** So long the letter waits and the answer can be taken back. */
    undoSeconds: z.int().min(0).max(60).optional(),
    /** The last message that its author has seen: a newer one by somebody else refuses the answer. */
    lastSeenMessageId: id().optional(),
    /** What its author is writing meanwhile stays. */
    keepsDraft: z.boolean().optional(),
    version: version().optional(),
  })
  .refine(({ body, html }) => body !== undefined || html !== undefined, {
    message: 'required',
    path: ['body'],
  })
  .refine(({ visibility, mentions }) => visibility === 'internal' || !mentions?.length, {
    message: 'not_allowed',
    path: ['mentions'],
  })
  .meta(oneOfFields('body', 'html'));
type Input = z.output<typeof input>;

export const writeMessage = defineCommand({
  name: 'tickets.write-message',
  permission: 'ticket.read',
  input,
  output: Message,

  async run(ctx, asked) {
    const { visibility } = asked;
    mustBePermitted(ctx.actor, visibility === 'public' ? 'ticket.reply' : 'ticket.note');
    const changes = changesOf(ctx, asked);
    const ticket = await lockTicket(ctx, asked.ticketId);
    mustBeCurrent(ticket, asked.version);
    await mustHaveSeenAll(ctx, ticket, asked.lastSeenMessageId);
    if (changes.assigneeId) {
      await requireActiveUser(ctx, changes.assigneeId);
    }
    const text = writtenText(asked);
    const attachments = asked.attachments ?? [];
    if (text.body.trim() === '' && attachments.length === 0) {
      throw invalid('body', 'too_short');
    }
    const { messageId } = await writeAnswer(ctx, ticket, authorOf(ctx), {
      visibility,
      text,
      attachments,
      cc: asked.cc ?? [],
      changes,
      mentions: asked.mentions ?? [],
      heldUntil: asked.undoSeconds ? new Date(ctx.now.getTime() + asked.undoSeconds * 1000) : null,
    });
    if (!asked.keepsDraft) {
      await dropOwnDraft(ctx, ticket.id, visibility);
    }
    return readMessage(ctx.tx, ctx.actor, messageId);
  },
});

function changesOf({ actor }: CommandContext, { status, ownStatusId, assigneeId }: Input): Changes {
  if (status !== undefined || ownStatusId !== undefined) {
    mustBePermitted(actor, 'ticket.change');
  }
  if (assigneeId !== undefined) {
    mustBePermitted(actor, 'ticket.assign');
  }
  return {
    ...(status && { status }),
    ...(ownStatusId !== undefined && { ownStatusId }),
    ...(assigneeId !== undefined && { assigneeId }),
  };
}

/** The customer or a colleague has written while this was being written: its author should read that first. */
async function mustHaveSeenAll(
  ctx: CommandContext,
  ticket: TicketRecord,
  lastSeenId: string | undefined,
): Promise<void> {
  if (
    lastSeenId !== undefined &&
    (await hasUnseenMessage(ctx.tx, ctx.actor, { ticketId: ticket.id, lastSeenId }))
  ) {
    throw new Refusal('conflict', 'ticket.message_came');
  }
}

/** What a program sends with a person's key is not what that person has been writing. */
async function dropOwnDraft(
  ctx: CommandContext,
  ticketId: string,
  visibility: 'public' | 'internal',
): Promise<void> {
  const { kind, id: userId } = ctx.actor;
  if (kind === 'user' && userId !== null) {
    await dropDraft(ctx, { userId, ticketId, kind: visibility === 'public' ? 'reply' : 'note' });
  }
}

function authorOf({ actor }: CommandContext): Author {
  const isPerson = actor.kind === 'user' || actor.kind === 'token';
  return {
    kind: isPerson ? 'user' : 'system',
    id: actor.id,
    name: actor.name,
    address: null,
  };
}
