import type { CommandContext } from '../../../kernel/commands.ts';
import { applyTo, isOpen, lockTicket } from '../../tickets/public.ts';
import type { AbsenceRecord } from '../absences/absence-store.ts';
import { goesBack, wayOf } from '../rules/moving.ts';
import { handedOfTicket, settleHanded } from './moved-store.ts';

/** One ticket of an absence that is over. What others have handed on meanwhile is settled with it. */
export async function giveBack(
  ctx: CommandContext,
  { id: absenceId, user_id: userId }: AbsenceRecord,
  { ticketId, name }: { ticketId: string; name: string },
): Promise<void> {
  const row = await lockTicket(ctx, ticketId);
  const handed = await handedOfTicket(ctx, ticketId);
  const at = handed.findIndex((one) => one.absenceId === absenceId);
  const own = handed[at];
  const way = own ? wayOf(own, handed.slice(at + 1)) : [];
  const open = isOpen(row.status) && row.merged_into === null;
  if (!goesBack(way, { assigneeId: row.assignee_id, open })) {
    await settleHanded(ctx, ticketId, { absenceIds: [absenceId], state: 'kept' });
    return;
  }
  const reason = { code: 'absence.returned', params: { absenceId, name } };
  await applyTo(ctx, row, { changes: { assigneeId: userId }, occurrences: [], reason });
  await settleHanded(ctx, ticketId, { absenceIds: [absenceId], state: 'returned' });
  const passed = way.slice(1).map((one) => one.absenceId);
  await settleHanded(ctx, ticketId, { absenceIds: passed, state: 'kept' });
}
