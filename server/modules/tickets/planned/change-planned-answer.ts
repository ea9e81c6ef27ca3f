import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { emailAddress, id, time, version } from '../../../kernel/text.ts';
import { mustBeCurrent } from '../../../kernel/versions.ts';
import { answerPlanned } from '../events.ts';
import { sendTime, writeInTime } from './planned-answers.ts';
import { lockPlanned, savePlanned } from './planned-store.ts';
import { PlannedAnswer, toPlannedAnswers } from './queries/list-planned-answers.ts';
import { changeable, ticketRef } from '../schema.ts';
import { lockTicket } from '../store.ts';
import { writtenText } from '../written-text.ts';

/** Another text or another time; whoever may answer may do it, since the customer waits for the company. */
export const changePlannedAnswer = defineCommand({
  name: 'tickets.change-planned-answer',
  permission: 'ticket.reply',
  input: z.strictObject({
    ticketId: ticketRef,
    plannedId: id(),
    version: version().optional(),
    body: changeable.body.optional(),
    html: changeable.html.optional(),
    cc: z.array(emailAddress()).max(50).optional(),
    sendAt: time().optional(),
    unlessAnswered: z.boolean().optional(),
  }),
  output: PlannedAnswer,

  async run(ctx, { ticketId, plannedId, version: seen, cc, sendAt, unlessAnswered, ...written }) {
    const ticket = await lockTicket(ctx, ticketId);
    const before = await lockPlanned(ctx, ticket.id, plannedId);
    mustBeCurrent(before, seen);
    const isRewritten = written.body !== undefined || written.html !== undefined;
    const { body, html, blockedImages } = writtenText(written);
    const row = await savePlanned(ctx, plannedId, {
      ...(isRewritten && { body, html, blocked_images: blockedImages }),
      ...(cc && { cc }),
      ...(unlessAnswered !== undefined && { unless_answered: unlessAnswered }),
      send_at: sendAt === undefined ? before.send_at : sendTime(ctx, sendAt),
      // Whoever touches it has seen what has come meanwhile.
      problem: null,
      changed_at: ctx.now,
      version: before.version + 1,
    });
    writeInTime(ctx, row);
    ctx.emit(
      answerPlanned,
      { ticketId: ticket.id, plannedId, sendAt: row.send_at.toISOString() },
      { ticketId: ticket.id },
    );
    const [planned] = await toPlannedAnswers(ctx.tx, ctx.actor.workspaceId, [row]);
    return planned as PlannedAnswer;
  },
});
