import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';

/** Whether somebody came in who has not been compared with the others yet. */
export async function somebodyIsUnmatched(reader: Reader, workspaceId: string): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select exists (select 1 from person
    where workspace_id = ${workspaceId} and matched_at is null) as waits`.execute(reader);
  return rows[0]?.waits === true;
}
