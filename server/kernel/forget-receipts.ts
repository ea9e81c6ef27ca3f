import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Whoever repeats a request does so within minutes, a queue of theirs that was down within days. */
const keptDays = 7;
export const receiptsAtOnce = 5_000;

/** Remembered answers that nobody will ask for again. @returns how many were forgotten */
export async function forgetReceipts(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { numAffectedRows = 0n } = await db.transaction(workspaceId, (tx) =>
    sql`delete from receipt where workspace_id = ${workspaceId} and (actor_id, key) in (
      select actor_id, key from receipt where workspace_id = ${workspaceId} and at < ${before}
      order by at limit ${receiptsAtOnce} for update skip locked)`.execute(tx),
  );
  return Number(numAffectedRows);
}
