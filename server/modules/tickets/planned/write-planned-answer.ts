import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { readReach } from '../../identity/public.ts';
import { writeAnswer } from '../answer.ts';
import type { PlannedProblem } from '../composer-tables.ts';
import { answerNotSent } from '../events.ts';
import { lockTicketForIntake } from '../intake.ts';
import { writeInTime } from './planned-answers.ts';
import {
  deletePlanned,
  lockPlannedIfThere,
  savePlanned,
  type PlannedRecord,
} from './planned-store.ts';
import { customerWroteSince } from '../queries/unseen-message.ts';
import type { TicketRecord } from '../store.ts';

/**
 * The time of a planned answer has come. Written as by its author, in one transaction with its leaving the plan: a job
 * that is repeated finds nothing to write.
 */
export const writePlannedAnswer = defineCommand({
  name: 'tickets.write-planned-answer',
  permission: 'ticket.reply',
  input: z.strictObject({ ticketId: z.string(), plannedId: z.string() }),
  output: z.object({ written: z.boolean() }),

  async run(ctx, { ticketId, plannedId }) {
    const ticket = await lockTicketForIntake(ctx, ticketId);
    const planned = ticket && (await lockPlannedIfThere(ctx, plannedId));
    if (!ticket || !planned || planned.problem || !isDue(ctx, planned)) {
      return { written: false };
    }
    return { written: await writeOrLeave(ctx, ticket, planned) };
  },
});

async function writeOrLeave(
  ctx: CommandContext,
  ticket: TicketRecord,
  planned: PlannedRecord,
): Promise<boolean> {
  const { author_id: authorId } = planned;
  const author = (await readReach(ctx.tx, ctx.actor.workspaceId, [authorId])).get(authorId);
  const problem = await obstacle(ctx, planned, author?.active ?? false);
  if (problem || !author) {
    await leaveUnsent(ctx, planned, problem ?? 'author_left');
    return false;
  }
  await deletePlanned(ctx, planned.id);
  await writeAnswer(
    ctx,
    ticket,
    { kind: 'user', id: author.id, name: author.name, address: null },
    {
      visibility: 'public',
      text: { body: planned.body, html: planned.html, blockedImages: planned.blocked_images },
      attachments: planned.attachments,
      cc: planned.cc,
      changes: planned.status ? { status: planned.status } : {},
    },
  );
  return true;
}

/** A job may come early: clocks of processes differ, and the plan may have changed since it was queued. */
function isDue(ctx: CommandContext, planned: PlannedRecord): boolean {
  const isEarly = planned.send_at > ctx.now;
  if (isEarly) {
    writeInTime(ctx, planned);
  }
  return !isEarly;
}

async function obstacle(
  ctx: CommandContext,
  planned: PlannedRecord,
  authorIsHere: boolean,
): Promise<PlannedProblem | null> {
  if (!authorIsHere) {
    return 'author_left';
  }
  const { ticket_id: ticketId, changed_at: since } = planned;
  const { workspaceId } = ctx.actor;
  return planned.unless_answered &&
    (await customerWroteSince(ctx.tx, { workspaceId, ticketId, since }))
    ? 'customer_wrote'
    : null;
}

async function leaveUnsent(
  ctx: CommandContext,
  { id, ticket_id: ticketId, author_id: authorId, version }: PlannedRecord,
  problem: PlannedProblem,
): Promise<void> {
  await savePlanned(ctx, id, { problem, version: version + 1 });
  ctx.emit(answerNotSent, { ticketId, plannedId: id, authorId, problem }, { ticketId });
}
