import { sql } from 'kysely';
import type { Database } from '../../../kernel/database.ts';

const waiting = sql`done_at is null and told_at is null and due_at is not null`;
const atOnce = 100;

export const listDueTasks = (db: Database, workspaceId: string, now: Date): Promise<string[]> =>
  db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ id: string }>`
      select id from ticket_task where workspace_id = ${workspaceId} and ${waiting} and due_at <= ${now}
      order by due_at limit ${atOnce}`.execute(reader);
    return rows.map(({ id }) => id);
  });

/** When the next one is due; null: nothing waits for a time. */
export const findNextTask = (db: Database, workspaceId: string): Promise<Date | null> =>
  db.read(workspaceId, async (reader) => {
    const { rows } = await sql<{ at: Date | null }>`
      select min(due_at) as at from ticket_task where workspace_id = ${workspaceId} and ${waiting}`.execute(
      reader,
    );
    return rows[0]?.at ?? null;
  });
