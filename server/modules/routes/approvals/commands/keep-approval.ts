import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { id } from '../../../../kernel/text.ts';
import { requireTicketId } from '../../../tickets/public.ts';
import { saveApprover, type ApproverRecord, type Locked } from '../approval-store.ts';
import { lockPending } from '../deciding.ts';
import { approverMailed, approverReminded, approverUnreached } from '../events.ts';
import { readApproval } from '../queries/read-approvals.ts';
import { Approval, approvalFields as fields } from '../schema.ts';
import { close, sendLetter } from '../steps.ts';

/** Whoever works on the ticket calls it off; links of letters are void from then on. */
export const cancelApproval = defineCommand({
  name: 'approvals.cancel',
  permission: 'ticket.change',
  input: z.strictObject({ approvalId: id(), comment: fields.comment.default('') }),
  output: Approval,

  async run(ctx, { approvalId, comment }) {
    const locked = await lockVisible(ctx, approvalId);
    await close(ctx, locked, { state: 'cancelled', comment: comment.trim() });
    return readApproval(ctx.tx, ctx.actor, { approvalId, now: ctx.now });
  },
});

const remindAgainMs = 3_600_000;

/** Asks those who have not answered once more, at most every hour. A new letter makes the links of older ones void. */
export const remindApprovers = defineCommand({
  name: 'approvals.remind',
  permission: 'ticket.change',
  input: z.strictObject({ approvalId: id() }),
  output: Approval,

  async run(ctx, { approvalId }) {
    const locked = await lockVisible(ctx, approvalId);
    const { ticket_id: ticketId } = locked.approval;
    const late = locked.approvers.filter((each) => isDue(each, ctx.now));
    if (late.length === 0) {
      throw new Refusal('too_many', 'approval.reminded_already', {
        retryAfterSeconds: remindAgainMs / 1000,
      });
    }
    for (const approver of late) {
      const { id: approverId, user_id: userId, name, email } = approver;
      await saveApprover(ctx, {
        ...approver,
        reminded_at: ctx.now,
        link_edition: approver.link_edition + 1,
        mail_state: email === null ? 'none' : 'queued',
        mail_problem: null,
      });
      ctx.emit(
        approverReminded,
        { ticketId, approvalId, approverId, userId },
        { ticketId, reason: { code: 'approver_reminded', params: { name } } },
      );
      if (email !== null) {
        sendLetter(ctx, approverId);
      }
    }
    return readApproval(ctx.tx, ctx.actor, { approvalId, now: ctx.now });
  },
});

const isDue = (
  { state, reminded_at, asked_at, mail_state }: ApproverRecord,
  now: Date,
): boolean => {
  const last = reminded_at ?? asked_at;
  const isTime = last === null || now.getTime() - last.getTime() >= remindAgainMs;
  return state === 'asked' && (isTime || mail_state === 'failed');
};

/** Its time is over without a decision. */
export const expireApproval = defineCommand({
  name: 'approvals.expire',
  permission: 'approval.expire',
  input: z.strictObject({ approvalId: z.string() }),
  output: z.object({ expired: z.boolean() }),

  async run(ctx, { approvalId }) {
    const locked = await lockPending(ctx, approvalId);
    const { deadline } = locked.approval;
    if (deadline === null || deadline > ctx.now) {
      return { expired: false };
    }
    await close(ctx, locked, { state: 'expired', comment: '' });
    return { expired: true };
  },
});

/** What became of a letter with a link. */
export const recordApprovalMail = defineCommand({
  name: 'approvals.record-mail',
  permission: 'approval.mail',
  input: z.strictObject({
    approvalId: z.string(),
    approverId: z.string(),
    edition: z.int(),
    problem: z.string().nullable(),
  }),
  output: z.null(),

  async run(ctx, { approvalId, approverId, edition, problem }) {
    const locked = await lockPending(ctx, approvalId);
    const approver = locked.approvers.find((each) => each.id === approverId);
    if (approver?.link_edition === edition && approver.mail_state === 'queued') {
      await saveApprover(ctx, {
        ...approver,
        mail_state: problem === null ? 'sent' : 'failed',
        mail_problem: problem,
      });
      const { ticket_id: ticketId, asked_by_id: askedById } = locked.approval;
      const { user_id: userId, name } = approver;
      const step = { ticketId, approvalId, approverId, userId };
      if (problem === null) {
        ctx.emit(approverMailed, step, { ticketId });
      } else {
        const reason = { code: 'approver_unreached', params: { name } };
        ctx.emit(approverUnreached, { ...step, askedById }, { ticketId, reason });
      }
    }
    return null;
  },
});

/** One of a ticket that the actor does not see does not exist for them. */
async function lockVisible(ctx: CommandContext, approvalId: string): Promise<Locked> {
  const { ticket } = await readApproval(ctx.tx, ctx.actor, { approvalId, now: ctx.now });
  await requireTicketId(ctx.tx, ctx.actor, ticket.id);
  return lockPending(ctx, approvalId);
}
