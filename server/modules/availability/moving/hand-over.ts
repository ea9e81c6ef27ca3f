import type { CommandContext } from '../../../kernel/commands.ts';
import type { Reason } from '../../../kernel/events.ts';
import { applyTo, isOpen, lockTicket } from '../../tickets/public.ts';
import type { Availabilities, CurrentAbsence } from '../deciding/compile-availability.ts';
import { saidUntil } from '../rules/moving.ts';
import { recordHanded, settleHanded } from './moved-store.ts';
import { leftToTheTeam } from './left-to-the-team.data.ts';

type Handing = { readonly current: CurrentAbsence; readonly known: Availabilities };

/** What the history says, and where its sentence leads. */
export const reasonOf = ({ current, known }: Handing): Reason => ({
  code: current.substituteId === null ? 'absence.left_to_team' : 'absence.handed',
  params: {
    absenceId: current.absence.id,
    name: known.nameOf(current.absence.userId),
    until: saidUntil(current.absence),
  },
});

export async function handOver(
  ctx: CommandContext,
  handing: Handing,
  ticketId: string,
): Promise<void> {
  const { absence, substituteId } = handing.current;
  const row = await lockTicket(ctx, ticketId);
  const after = await applyTo(ctx, row, {
    changes: { assigneeId: substituteId },
    // Routing chooses among the team; where it chooses nobody, the ticket stays in the team's queue.
    occurrences: substituteId === null ? [{ kind: 'time', key: leftToTheTeam }] : [],
    reason: reasonOf(handing),
  });
  await recordHanded(ctx, { absenceId: absence.id, ticketId, toUserId: after.assignee_id });
}

/** To the new substitute, where the one before still has it. */
export async function handOverAgain(
  ctx: CommandContext,
  handing: Handing,
  { ticket_id: ticketId, to_user_id: holder }: { ticket_id: string; to_user_id: string | null },
): Promise<void> {
  const row = await lockTicket(ctx, ticketId);
  if (isOpen(row.status) && row.merged_into === null && row.assignee_id === holder) {
    await handOver(ctx, handing, ticketId);
    return;
  }
  const absenceIds = [handing.current.absence.id];
  await settleHanded(ctx, ticketId, { absenceIds, state: 'kept' });
}
