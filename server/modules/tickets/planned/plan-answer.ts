import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { mustBePermitted } from '../../../kernel/executor.ts';
import { newId } from '../../../kernel/ids.ts';
import { emailAddress, id, time, oneOfFields } from '../../../kernel/text.ts';
import { takeFiles } from '../attachments.ts';
import { dropDraft } from '../drafts/drafts.ts';
import { answerPlanned } from '../events.ts';
import { sendTime, writeInTime } from './planned-answers.ts';
import { insertPlanned } from './planned-store.ts';
import { PlannedAnswer, toPlannedAnswers } from './queries/list-planned-answers.ts';
import { SettableStatus, changeable, ticketRef } from '../schema.ts';
import { lockTicket } from '../store.ts';
import { writtenText } from '../written-text.ts';

/** An answer that is to be written later, as if its author sat there at that time. */
export const planAnswer = defineCommand({
  name: 'tickets.plan-answer',
  permission: 'ticket.reply',
  input: z
    .strictObject({
      ticketId: ticketRef,
      body: changeable.body.optional(),
      html: changeable.html.optional(),
      cc: z.array(emailAddress()).max(50).default([]),
      attachments: z.array(id()).max(50).default([]),
      status: SettableStatus.optional(),
      sendAt: time(),
      /** Not written when the customer writes before; its author is told. */
      unlessAnswered: z.boolean().default(true),
    })
    .refine(({ body, html }) => body !== undefined || html !== undefined, {
      message: 'required',
      path: ['body'],
    })
    .meta(oneOfFields('body', 'html')),
  output: PlannedAnswer,

  async run(ctx, { ticketId, sendAt, status, unlessAnswered, cc, attachments, ...written }) {
    if (status !== undefined) {
      mustBePermitted(ctx.actor, 'ticket.change');
    }
    const authorId = ctx.actor.id;
    if (authorId === null) {
      throw new Refusal('forbidden', 'permission.missing');
    }
    const ticket = await lockTicket(ctx, ticketId);
    await takeFiles(ctx, attachments);
    const { body, html, blockedImages } = writtenText(written);
    if (body.trim() === '' && attachments.length === 0) {
      throw invalid('body', 'too_short');
    }
    const row = await insertPlanned(ctx, {
      id: newId(),
      ticket_id: ticket.id,
      author_id: authorId,
      body,
      html,
      blocked_images: blockedImages,
      cc,
      attachments,
      status: status ?? null,
      send_at: sendTime(ctx, sendAt),
      unless_answered: unlessAnswered,
      problem: null,
      version: 1,
      created_at: ctx.now,
      changed_at: ctx.now,
    });
    writeInTime(ctx, row);
    ctx.emit(
      answerPlanned,
      { ticketId: ticket.id, plannedId: row.id, sendAt: row.send_at.toISOString() },
      { ticketId: ticket.id },
    );
    if (ctx.actor.kind === 'user') {
      await dropDraft(ctx, { userId: authorId, ticketId: ticket.id, kind: 'reply' });
    }
    const [planned] = await toPlannedAnswers(ctx.tx, ctx.actor.workspaceId, [row]);
    return planned as PlannedAnswer;
  },
});
