import type { CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { readAbsenceSpans } from '../queries/read-settings.ts';
import { requireUsers } from '../queries/require-users.ts';
import { circleOf, meets, type AbsenceSpan } from '../rules/substitutes.ts';
import type { AbsenceRecord } from './absence-store.ts';

/**
 * With what else is planned: nobody is absent twice at a time, nobody's work comes back to where it began. The lock on absences is
 * held.
 */
export async function mustFit(ctx: CommandContext, row: AbsenceRecord): Promise<void> {
  const { workspaceId } = ctx.actor;
  const planned = spanOf(row);
  const others = (await readAbsenceSpans(ctx.tx, workspaceId)).filter(({ id }) => id !== row.id);
  if (others.some((one) => one.userId === row.user_id && meets(one, planned))) {
    throw new Refusal('not_allowed', 'absence.overlaps');
  }
  const circle = circleOf(planned, others);
  if (circle) {
    const names = await requireUsers(ctx.tx, workspaceId, [row.user_id, ...circle]);
    const way = [row.user_id, ...circle, row.user_id].map((id) => names.get(id) ?? '');
    throw new Refusal('not_allowed', 'absence.circle', { detail: way.join(' → ') });
  }
}

const spanOf = (row: AbsenceRecord): AbsenceSpan => ({
  id: row.id,
  userId: row.user_id,
  from: row.starts_at,
  to: row.ends_at,
  lastDay: row.last_day,
  substituteId: row.substitute_id,
  handsOver: row.hands_over,
});
