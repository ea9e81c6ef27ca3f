import { sql } from 'kysely';
import type { CommandContext } from '../../../kernel/commands.ts';
import { RemovedTask } from '../events.ts';

/** As the history of a ticket tells of it: the last time that it was removed. */
export async function readRemoved(
  { tx, actor }: CommandContext,
  ticketId: string,
  taskId: string,
): Promise<RemovedTask | null> {
  const { rows } = await sql<{ was: unknown }>`
    select payload -> 'was' as was from event
    where workspace_id = ${actor.workspaceId} and ticket_id = ${ticketId}
      and name = 'ticket.task-removed' and payload ->> 'taskId' = ${taskId}
    order by id desc limit 1`.execute(tx);
  const { data } = RemovedTask.safeParse(rows[0]?.was);
  return data ?? null;
}
