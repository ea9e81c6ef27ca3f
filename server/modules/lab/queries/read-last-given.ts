import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { LastGiven } from '../replay/ledger.ts';

/** Whoever was given nothing for so long is as one who never was. */
const lookBackDays = 7;

/** Whose turn it was when the window began. Ids of the log grow with time, so that only some days of it are read. */
export async function readLastGiven(
  db: Reader,
  workspaceId: string,
  before: Date,
): Promise<LastGiven[]> {
  const since = new Date(before.getTime() - lookBackDays * 86_400_000);
  const { rows } = await sql<LastGiven>`
    select changed.value #>> '{to,id}' as "userId", max(event.at) as at
    from event, jsonb_array_elements(event.changes) as changed (value)
    where event.workspace_id = ${workspaceId} and event.id >= ${idFrom(since)}::uuid and event.id < ${idFrom(before)}::uuid
      and event.at < ${before} and event.name = 'ticket.assigned'
      and changed.value->>'field' = 'assignee' and changed.value #>> '{to,id}' is not null
    group by 1`.execute(db);
  return rows;
}

/** The smallest UUIDv7 of a moment. */
function idFrom(at: Date): string {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
