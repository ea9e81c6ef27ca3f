import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { DraftChange } from '../schema.ts';

/** Settings of one kind in the order in which they are asked. */
export async function listOrder(
  db: Reader,
  workspaceId: string,
  setting: DraftChange['setting'],
): Promise<{ id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(setting)} where workspace_id = ${workspaceId} order by position, id`.execute(
    db,
  );
  return rows;
}
