import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { id } from '../../../../kernel/text.ts';
import { decide, lockPending } from '../deciding.ts';
import { readApproval, usersOf } from '../queries/read-approvals.ts';
import { Approval, approvalFields as fields, Decision } from '../schema.ts';

/** In the console: by the approver, or by their substitute while they are absent. */
export const decideApproval = defineCommand({
  name: 'approvals.decide',
  permission: 'self',
  input: z.strictObject({
    approvalId: id(),
    decision: Decision,
    comment: fields.comment.default(''),
  }),
  output: Approval,

  async run(ctx, { approvalId, decision, comment }) {
    const locked = await lockPending(ctx, approvalId);
    const mine = await usersOf(ctx.tx, ctx.actor, ctx.now);
    const own = locked.approvers.filter(({ user_id }) => user_id && mine.includes(user_id));
    const approver =
      own.find((each) => each.state === 'asked' && each.user_id === ctx.actor.id) ??
      own.find((each) => each.state === 'asked');
    if (!approver) {
      throw own.length > 0
        ? new Refusal('conflict', 'approval.decided')
        : new Refusal('forbidden', 'approval.not_yours');
    }
    const isOwn = approver.user_id === ctx.actor.id;
    await decide(ctx, locked, approver.id, {
      decision,
      comment: comment.trim(),
      via: 'console',
      by: isOwn ? null : { id: ctx.actor.id, name: ctx.actor.name },
    });
    return readApproval(ctx.tx, ctx.actor, { approvalId, now: ctx.now });
  },
});

/** By the link of a letter: whoever has it is the approver. The link is checked before, and its edition here. */
export const decideByLink = defineCommand({
  name: 'approvals.decide-by-link',
  permission: 'approval.by-link',
  input: z.strictObject({
    approvalId: z.string(),
    approverId: z.string(),
    edition: z.int(),
    decision: Decision,
    comment: fields.comment,
  }),
  output: z.null(),

  async run(ctx, { approvalId, approverId, edition, decision, comment }) {
    const locked = await lockPending(ctx, approvalId);
    const approver = locked.approvers.find((each) => each.id === approverId);
    if (approver?.link_edition !== edition) {
      throw new Refusal('conflict', 'approval.link_void');
    }
    const said = { decision, comment: comment.trim(), via: 'link' as const, by: null };
    await decide(ctx, locked, approverId, said);
    return null;
  },
});
