import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { WorkFacts } from '../rules/refuse.ts';

/** A ticket with those that were merged into it: what is to be done for them is to be done for it. */
export const withMerged = (workspaceId: string, ticketId: string) => sql`
  with recursive part as (
    select ${ticketId}::uuid as id
    union
    select merged.id from part join ticket as merged on merged.workspace_id = ${workspaceId} and merged.merged_into = part.id
  ) select id from part`;

export async function readWorkFacts(
  db: Reader,
  workspaceId: string,
  ticketId: string,
): Promise<WorkFacts> {
  const parts = withMerged(workspaceId, ticketId);
  const { rows } = await sql<{ open_tasks: number; has_time: boolean }>`
    with part as (${parts})
    select
      (select count(*)::int from ticket_task where workspace_id = ${workspaceId}
        and ticket_id in (select id from part) and done_at is null) as open_tasks,
      exists (select from time_entry where workspace_id = ${workspaceId}
        and ticket_id in (select id from part)) as has_time`.execute(db);
  return { openTasks: rows[0]?.open_tasks ?? 0, hasTime: rows[0]?.has_time ?? false };
}
