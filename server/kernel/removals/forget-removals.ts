import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { keptFrom } from './removal-kinds.ts';

export const removalsAtOnce = 100;

/** What was removed so long ago that nobody can put it back any more. @returns how many were forgotten */
export async function forgetRemovals(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<number> {
  const { numAffectedRows = 0n } = await db.transaction(workspaceId, (tx) =>
    sql`delete from removal where workspace_id = ${workspaceId} and id in (
      select id from removal where workspace_id = ${workspaceId} and removed_at <= ${keptFrom(now)}
      order by removed_at limit ${removalsAtOnce} for update skip locked)`.execute(tx),
  );
  return Number(numAffectedRows);
}
