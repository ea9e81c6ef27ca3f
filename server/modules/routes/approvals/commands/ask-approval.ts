import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import {
  applyTo,
  isOpen,
  lockTicket,
  ticketRef,
  type TicketRecord,
} from '../../../tickets/public.ts';
import { insertApproval, type ApproverRecord } from '../approval-store.ts';
import { namedApprovers } from '../approvers.ts';
import { approvalAsked } from '../events.ts';
import { findHolding } from '../queries/find-holding.ts';
import { readApproval } from '../queries/read-approvals.ts';
import { firstStates } from '../rules/approval.ts';
import { Approval, approvalFields as fields } from '../schema.ts';
import { asked } from '../steps.ts';

export const askApproval = defineCommand({
  name: 'approvals.ask',
  permission: 'ticket.change',
  input: z.strictObject({
    ticketId: ticketRef,
    text: fields.text,
    shows: fields.shows.default([]),
    mode: fields.mode.default('one'),
    deadline: fields.deadline.default(null),
    /** The ticket is on hold until it is decided. */
    hold: fields.hold.default(false),
    approvers: fields.approvers,
  }),
  output: Approval,

  async run(ctx, { ticketId: ref, text, shows, mode, deadline, hold, approvers: wanted }) {
    const ticket = await lockTicket(ctx, ref);
    if (!isOpen(ticket.status)) {
      throw new Refusal('not_allowed', 'approval.ticket_not_open');
    }
    const until = deadline === null ? null : new Date(deadline);
    if (until && until <= ctx.now) {
      throw invalid('deadline', 'past');
    }
    const named = await namedApprovers(ctx, wanted);
    const approvalId = newId();
    ctx.emit(
      approvalAsked,
      { ticketId: ticket.id, approvalId },
      { ticketId: ticket.id, reason: { code: 'approval_asked', params: { text } } },
    );
    const states = firstStates(mode, named.length);
    const approvers = named.map((one, position): ApproverRecord => {
      const approver: ApproverRecord = {
        ...unanswered,
        ...one,
        workspace_id: ctx.actor.workspaceId,
        id: newId(),
        approval_id: approvalId,
        position,
      };
      return states[position] === 'asked' ? asked(ctx, approver, ticket.id) : approver;
    });
    await insertApproval(
      ctx,
      {
        workspace_id: ctx.actor.workspaceId,
        id: approvalId,
        ticket_id: ticket.id,
        text: text.trim(),
        shows,
        mode,
        state: 'pending',
        deadline: until,
        status_before: hold ? await putOnHold(ctx, ticket, text) : null,
        asked_by_id: ctx.actor.kind === 'user' || ctx.actor.kind === 'token' ? ctx.actor.id : null,
        asked_by_name: ctx.actor.name,
        asked_at: ctx.now,
        closed_at: null,
        version: 1,
      },
      approvers,
    );
    return readApproval(ctx.tx, ctx.actor, { approvalId, now: ctx.now });
  },
});

const unanswered = {
  state: 'waiting' as const,
  comment: '',
  decided_by_id: null,
  decided_by_name: null,
  via: null,
  asked_at: null,
  decided_at: null,
  reminded_at: null,
  link_edition: 1,
  mail_state: 'none' as const,
  mail_problem: null,
};

/** The status to go back to; where another approval holds the ticket already, the one from before that. */
async function putOnHold(
  ctx: CommandContext,
  ticket: TicketRecord,
  text: string,
): Promise<string | null> {
  if (ticket.status === 'on_hold') {
    return findHolding(ctx.tx, ticket);
  }
  await applyTo(ctx, ticket, {
    changes: { status: 'on_hold' },
    occurrences: [],
    reason: { code: 'approval_waits', params: { text } },
  });
  return ticket.status;
}
