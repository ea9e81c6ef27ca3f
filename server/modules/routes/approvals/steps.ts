import type { CommandContext } from '../../../kernel/commands.ts';
import { applyTo, lockTicketForIntake, type TicketRecord } from '../../tickets/public.ts';
import * as store from './approval-store.ts';
import { approvalClosed, approverAsked } from './events.ts';
import { findHolding } from './queries/find-holding.ts';
import { approvalMailQueue } from './queue.data.ts';
import { leftOut } from './rules/approval.ts';

/** It is their turn: they see it in the console, and a letter with a link goes to whoever has an address. */
export function asked(
  ctx: CommandContext,
  approver: store.ApproverRecord,
  ticketId: string,
): store.ApproverRecord {
  const { id, approval_id, user_id, name, email } = approver;
  ctx.emit(
    approverAsked,
    { ticketId, approvalId: approval_id, approverId: id, userId: user_id },
    { ticketId, reason: { code: 'approver_asked', params: { name } } },
  );
  if (email !== null) {
    sendLetter(ctx, id);
  }
  return {
    ...approver,
    state: 'asked',
    asked_at: ctx.now,
    mail_state: email === null ? 'none' : 'queued',
    mail_problem: null,
  };
}

export const sendLetter = (ctx: CommandContext, approverId: string): void =>
  ctx.enqueue({ queue: approvalMailQueue.name, payload: { approverId } });

type Closed = 'approved' | 'rejected' | 'cancelled' | 'expired';

/** It is over: whoever has not decided is not asked any more, and the ticket goes on. Its row lock is held. */
export async function close(
  ctx: CommandContext,
  { approval, approvers }: store.Locked,
  { state, comment }: { state: Closed; comment: string },
): Promise<void> {
  for (const approver of approvers) {
    if (leftOut(approver.state) !== approver.state) {
      await store.saveApprover(ctx, { ...approver, state: leftOut(approver.state) });
    }
  }
  const { id: approvalId, ticket_id: ticketId, text, asked_by_id: askedById } = approval;
  await store.saveApproval(ctx, { ...approval, state, closed_at: ctx.now });
  ctx.emit(
    approvalClosed,
    { ticketId, approvalId, state, askedById },
    { ticketId, reason: { code: `approval_${state}`, params: { text, comment } } },
  );
  const ticket = await lockTicketForIntake(ctx, ticketId);
  if (ticket?.id === ticketId) {
    await giveBack(ctx, ticket, approval);
  }
}

/** Back to the status of before, unless somebody has changed it meanwhile or another approval is waited for. */
async function giveBack(
  ctx: CommandContext,
  ticket: TicketRecord,
  { status_before: before, text }: store.ApprovalRecord,
): Promise<void> {
  if (before === null || ticket.status !== 'on_hold' || (await findHolding(ctx.tx, ticket))) {
    return;
  }
  await applyTo(ctx, ticket, {
    changes: { status: before as TicketRecord['status'] },
    occurrences: [],
    reason: { code: 'approval_over', params: { text } },
  });
}
