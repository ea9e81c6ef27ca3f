import { sql } from 'kysely';
import type { Database } from '../../../kernel/database.ts';

export type Due = { readonly kind: 'ticket' | 'reminder'; readonly id: string };

const atOnce = 100;

/** Snoozed tickets and reminders whose time has come, some of each. */
export async function listDue(db: Database, workspaceId: string, now: Date): Promise<Due[]> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<Due>`
      (select 'ticket' as kind, id from ticket where workspace_id = ${workspaceId} and snoozed_until <= ${now}
        order by snoozed_until limit ${atOnce})
      union all
      (select 'reminder', id from reminder where workspace_id = ${workspaceId} and at <= ${now}
        and fired_at is null and done_at is null order by at limit ${atOnce})`.execute(reader);
    return rows;
  });
}

/** When the next one is due; null: nothing waits for a time. */
export async function findNext(db: Database, workspaceId: string): Promise<Date | null> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ at: Date | null }>`
      select least(
        (select min(snoozed_until) from ticket where workspace_id = ${workspaceId} and snoozed_until < 'infinity'),
        (select min(at) from reminder where workspace_id = ${workspaceId} and fired_at is null and done_at is null)
      ) as at`.execute(reader);
    return rows[0]?.at ?? null;
  });
}
