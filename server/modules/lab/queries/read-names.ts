import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';

/** What teams, colleagues and categories are called that a result names by their ids. */
export async function readNames(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const asked = sql`workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`;
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from team where ${asked}
    union all select id, name from user_account where ${asked}
    union all select id, name from category where ${asked}`.execute(db);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}
