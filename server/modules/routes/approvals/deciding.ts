import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { lockTicketForIntake } from '../../tickets/public.ts';
import * as store from './approval-store.ts';
import { approverDecided } from './events.ts';
import { notFound } from './not-found.ts';
import { settle, type Decision } from './rules/approval.ts';
import { asked, close } from './steps.ts';

export type Said = {
  readonly decision: Decision;
  readonly comment: string;
  readonly via: 'console' | 'link';
  /** Another one than the approver: a substitute. */
  readonly by: { readonly id: string | null; readonly name: string } | null;
};

/** Ticket first, then approval, whoever comes by whatever way: two who decide at once do so one after the other. */
export async function lockPending(ctx: CommandContext, approvalId: string): Promise<store.Locked> {
  const ticketId = await store.findTicketOf(ctx, approvalId);
  if (ticketId === null) {
    throw notFound();
  }
  await lockTicketForIntake(ctx, ticketId);
  const locked = await store.lockApproval(ctx, approvalId);
  if (locked.approval.state !== 'pending') {
    throw new Refusal('conflict', 'approval.decided');
  }
  return locked;
}

/** What an approver says, and all that follows. @throws Refusal unless it is their turn */
export async function decide(
  ctx: CommandContext,
  { approval, approvers }: store.Locked,
  approverId: string,
  said: Said,
): Promise<void> {
  const index = approvers.findIndex(({ id }) => id === approverId);
  const approver = approvers[index];
  if (approver?.state !== 'asked') {
    throw new Refusal('conflict', 'approval.decided');
  }
  const states = approvers.map(({ state }) => state);
  const { decision, comment } = said;
  const { outcome, asks } = settle(approval.mode, states, { index, decision });
  const decided = await noteDecision(ctx, approval, { approver, said });
  const next = asks === null ? undefined : approvers[asks];
  if (next) {
    await store.saveApprover(ctx, asked(ctx, next, approval.ticket_id));
  }
  if (outcome !== 'pending') {
    const after = { approval, approvers: approvers.with(index, decided) };
    await close(ctx, after, { state: outcome, comment });
  }
}

async function noteDecision(
  ctx: CommandContext,
  { ticket_id: ticketId, id: approvalId }: store.ApprovalRecord,
  { approver, said }: { approver: store.ApproverRecord; said: Said },
): Promise<store.ApproverRecord> {
  const { decision, comment, via, by } = said;
  const decided = {
    ...approver,
    state: decision,
    comment,
    via,
    decided_at: ctx.now,
    decided_by_id: by?.id ?? null,
    decided_by_name: by?.name ?? null,
  };
  await store.saveApprover(ctx, decided);
  const { id: approverId, user_id: userId, name } = approver;
  ctx.emit(
    approverDecided,
    { ticketId, approvalId, approverId, userId, decision },
    {
      ticketId,
      reason: {
        code: `approver_${decision}${by ? '_by' : ''}`,
        params: { name, by: by?.name ?? '', comment },
      },
    },
  );
  return decided;
}
