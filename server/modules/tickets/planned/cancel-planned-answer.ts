import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { id } from '../../../kernel/text.ts';
import { keepDraft } from '../drafts/drafts.ts';
import { answerUnplanned } from '../events.ts';
import { deletePlanned, lockPlanned } from './planned-store.ts';
import { Draft } from '../drafts/queries/read-drafts.ts';
import { ticketRef } from '../schema.ts';
import { lockTicket } from '../store.ts';

/** It will not be written. Its text is a draft of its author again. */
export const cancelPlannedAnswer = defineCommand({
  name: 'tickets.cancel-planned-answer',
  permission: 'ticket.reply',
  input: z.strictObject({ ticketId: ticketRef, plannedId: id() }),
  output: z.object({ draft: Draft.nullable() }),

  async run(ctx, { ticketId, plannedId }) {
    const ticket = await lockTicket(ctx, ticketId);
    const planned = await lockPlanned(ctx, ticket.id, plannedId);
    await deletePlanned(ctx, plannedId);
    ctx.emit(answerUnplanned, { ticketId: ticket.id, plannedId }, { ticketId: ticket.id });
    const { author_id: userId, body, html, cc, attachments } = planned;
    const draft = await keepDraft(
      ctx,
      { userId, ticketId: ticket.id, kind: 'reply' },
      { text: { body, html, cc, attachments, editedAt: ctx.now }, base: null },
    );
    return { draft: userId === ctx.actor.id ? draft : null };
  },
});
