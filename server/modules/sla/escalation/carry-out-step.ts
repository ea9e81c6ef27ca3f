import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import type { Reason } from '../../../kernel/events.ts';
import {
  applyTo,
  isOpen,
  lockTicketForIntake,
  stateOf,
  writeAnswer,
  type TicketRecord,
} from '../../tickets/public.ts';
import { changesOfStep } from './changes-of-step.ts';
import { EscalationAct } from './schema.ts';
import { stillThere } from './queries/still-there.ts';

/**
 * Does to the ticket what a step of escalation asks for; through the door, so that routing, rules and the clocks themselves see it. A
 * ticket that is over, or has become a part of another one, is left in peace.
 */
export const carryOutStep = defineCommand({
  name: 'sla.carry-out-step',
  permission: 'ticket.change',
  input: z.strictObject({
    ticketId: z.string(),
    acts: z.array(EscalationAct),
    reason: z.custom<Reason>(),
  }),
  output: z.object({}),

  async run(ctx, { ticketId, acts, reason }) {
    const row = await lockTicketForIntake(ctx, ticketId);
    if (row?.id !== ticketId || !isOpen(row.status)) {
      return {};
    }
    const possible = await stillThere(ctx, acts);
    const changes = changesOfStep(possible, stateOf(row));
    const changed = await applyTo(ctx, row, { changes, occurrences: [], reason });
    await writeNotes(ctx, changed, { acts: possible, reason });
    return {};
  },
});

async function writeNotes(
  ctx: CommandContext,
  ticket: TicketRecord,
  { acts, reason }: { acts: readonly EscalationAct[]; reason: Reason },
): Promise<void> {
  const name = String(reason.params?.['policy'] ?? '');
  let row = ticket;
  for (const act of acts) {
    if (act.kind === 'note') {
      const written = await writeAnswer(
        ctx,
        row,
        { kind: 'system', id: null, name, address: null },
        {
          visibility: 'internal',
          text: { body: act.text, html: null, blockedImages: 0 },
          attachments: [],
          cc: [],
          changes: {},
        },
      );
      row = written.ticket;
    }
  }
}
