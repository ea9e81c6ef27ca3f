import type { CommandContext } from '../../../kernel/commands.ts';
import { findRecipients } from '../../availability/public.ts';
import type { TicketState } from '../../tickets/public.ts';
import { slaEscalated } from '../events.ts';
import type { FiredStep } from './decide-escalation.ts';
import { reasonOfStep } from './reason-of-step.ts';

/** The fact of one step, in the transaction that marks it as done; what it asks for follows from the fact. */
export async function tellEscalation(
  ctx: CommandContext,
  ticket: TicketState,
  { policy, step }: FiredStep,
): Promise<void> {
  const { workspaceId } = ctx.actor;
  const asked = { tell: step.tell, ticket, at: ctx.now };
  const told = await findRecipients(ctx.tx, workspaceId, asked);
  const onDuty = told.filter((each) => each.onDuty).map(({ id }) => id);
  ctx.emit(
    slaEscalated,
    {
      ticketId: ticket.id,
      step: step.id,
      number: step.number,
      policyId: policy.id,
      target: step.target,
      recipients: told.map(({ id }) => id),
      onDuty,
      overridesQuiet: step.overridesQuiet || (told.length > 0 && onDuty.length === told.length),
      acts: step.acts,
    },
    {
      ticketId: ticket.id,
      changes: [{ field: 'told', from: null, to: told.map(({ id, name }) => ({ id, name })) }],
      reason: reasonOfStep({ policy, step }),
    },
  );
}
