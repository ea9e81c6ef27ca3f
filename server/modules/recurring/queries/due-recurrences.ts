import type { Database } from '../../../kernel/database.ts';
import type { RecurringTables } from '../schema.ts';

const atOnce = 50;

/** Recurrences whose time has come, the longest waiting first. */
export const listDue = (db: Database, workspaceId: string, now: Date): Promise<string[]> =>
  db.read(workspaceId, async (reader) => {
    const rows = await reader
      .withTables<RecurringTables>()
      .selectFrom('ticket_recurrence')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(atOnce)
      .execute();
    return rows.map(({ id }) => id);
  });

/** Null: nothing is planned. */
export const findNextTime = (db: Database, workspaceId: string): Promise<Date | null> =>
  db.read(workspaceId, async (reader) => {
    const row = await reader
      .withTables<RecurringTables>()
      .selectFrom('ticket_recurrence')
      .select('next_at')
      .where('workspace_id', '=', workspaceId)
      .where('next_at', 'is not', null)
      .orderBy('next_at')
      .limit(1)
      .executeTakeFirst();
    return row?.next_at ?? null;
  });
