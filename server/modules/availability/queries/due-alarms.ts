import { sql } from 'kysely';
import type { Database } from '../../../kernel/database.ts';

const atOnce = 200;

export type DueAlarm = { readonly kind: 'absence' | 'away'; readonly id: string };

/** Absences that begin or are over, and people whose time to be back has come. */
export async function listDueAlarms(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<DueAlarm[]> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<DueAlarm>`
      (select 'absence' as kind, id from absence where workspace_id = ${workspaceId} and alarm_at <= ${now}
        order by alarm_at limit ${atOnce})
      union all
      (select 'away', user_id from user_away where workspace_id = ${workspaceId} and until <= ${now}
        order by until limit ${atOnce})`.execute(reader);
    return rows;
  });
}

export async function findNextAlarm(db: Database, workspaceId: string): Promise<Date | null> {
  return db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ at: Date | null }>`
      select least(
        (select min(alarm_at) from absence where workspace_id = ${workspaceId} and alarm_at is not null),
        (select min(until) from user_away where workspace_id = ${workspaceId} and until is not null)) as at`.execute(
      reader,
    );
    return rows[0]?.at ?? null;
  });
}
