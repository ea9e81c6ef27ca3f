import type { CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { checklistAttached } from '../events.ts';
import { insertTasks, lastPosition } from '../tasks/task-store.ts';

type List = { readonly id: string; readonly name: string; readonly steps: readonly string[] };

/** The steps of a list become tasks of the ticket. @returns how many it did not have yet */
export async function attachSteps(
  ctx: CommandContext,
  ticketId: string,
  { id, name, steps }: List,
  { automatic }: { readonly automatic: boolean },
): Promise<number> {
  const last = await lastPosition(ctx, ticketId);
  const added = await insertTasks(
    ctx,
    steps.map((text, at) => ({
      id: newId(),
      ticket_id: ticketId,
      text,
      assignee_id: null,
      team_id: null,
      due_at: null,
      done_at: null,
      done_by_name: null,
      position: last + at + 1,
      checklist_id: id,
      checklist_name: name,
      step: at,
      told_at: null,
      made_at: ctx.now,
      made_by_id: automatic ? null : ctx.actor.id,
      made_by_name: automatic ? '' : ctx.actor.name,
    })),
  );
  if (added > 0) {
    const about = {
      ticketId,
      changes: [{ field: 'checklist', from: null, to: { id, name } }],
      ...(automatic && { reason: { code: 'checklist', params: { checklistId: id, name } } }),
    };
    ctx.emit(checklistAttached, { ticketId, checklistId: id }, about);
  }
  return added;
}
