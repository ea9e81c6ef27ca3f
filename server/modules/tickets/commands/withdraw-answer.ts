import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { applyTo } from '../door.ts';
import { keepDraft } from '../drafts/drafts.ts';
import { answerWithdrawn } from '../events.ts';
import * as held from '../held-store.ts';
import { deleteMessage, filesOfMessage } from '../message-store.ts';
import { Draft } from '../drafts/queries/read-drafts.ts';
import type { Changes } from '../rules/ticket.ts';
import { ticketRef } from '../schema.ts';
import { lockMessage, lockTicket, type MessageRecord, type TicketRecord } from '../store.ts';

/**
 * Takes back an answer whose letter has not left yet: the text becomes a draft again, and the ticket what it was before,
 * as far as nobody has changed it since. The ticket's lock decides between this and the letter on its way.
 */
export const withdrawAnswer = defineCommand({
  name: 'tickets.withdraw-answer',
  permission: 'ticket.reply',
  input: z.strictObject({ ticketId: ticketRef, messageId: id() }),
  output: z.object({ draft: Draft.nullable() }),

  async run(ctx, { ticketId, messageId }) {
    const ticket = await lockTicket(ctx, ticketId);
    const message = await lockMessage(ctx, ticket.id, messageId);
    const answer = await held.findHeldAnswer(ctx, messageId);
    if (!answer || answer.author_id !== ctx.actor.id || !isStillHere(message, answer, ctx.now)) {
      throw new Refusal('not_allowed', 'letter.sent');
    }
    const attachments = await filesOfMessage(ctx, messageId);
    await takeBack(ctx, ticket, { message, answer });
    await deleteMessage(ctx, messageId);
    ctx.emit(answerWithdrawn, { ticketId: ticket.id, messageId }, { ticketId: ticket.id });
    const key = { userId: answer.author_id, ticketId: ticket.id, kind: 'reply' as const };
    const text = {
      body: message.body,
      html: message.html,
      cc: message.mail?.cc ?? [],
      attachments,
      editedAt: ctx.now,
    };
    return { draft: await keepDraft(ctx, key, { text, base: null }) };
  },
});

function isStillHere({ delivery }: MessageRecord, { until }: held.HeldAnswer, now: Date): boolean {
  return until > now && delivery?.state === 'queued' && delivery.attempts === 0;
}

type Answered = { readonly message: MessageRecord; readonly answer: held.HeldAnswer };

async function takeBack(
  ctx: CommandContext,
  ticket: TicketRecord,
  { message, answer: { before } }: Answered,
): Promise<void> {
  const { lastPublicId, firstAnswerAt } = await held.conversationWithout(
    ctx,
    ticket.id,
    message.id,
  );
  const changes: Changes = {
    ...(ticket.status === before.status.after && { status: before.status.before }),
    ...(ticket.assignee_id === before.assigneeId.after && {
      assigneeId: before.assigneeId.before,
    }),
  };
  await applyTo(ctx, ticket, {
    changes,
    occurrences: [],
    reason: { code: 'withdrawn' },
    also: {
      ...(lastPublicId === message.id && {
        last_message_at: new Date(before.lastMessageAt),
        last_message_by: before.lastMessageBy,
        preview: before.preview,
      }),
      message_count: ticket.message_count - 1,
      first_responded_at: before.firstRespondedAt
        ? new Date(before.firstRespondedAt)
        : firstAnswerAt,
    },
  });
}
