import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { NameTables } from '../tables.ts';

/** All of them work here. @returns their names */
export async function requireUsers(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const rows =
    ids.length === 0
      ? []
      : await db
          .withTables<NameTables>()
          .selectFrom('user_account')
          .select(['id', 'name', 'active'])
          .where('workspace_id', '=', workspaceId)
          .where('id', 'in', ids)
          .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  for (const id of ids) {
    const row = known.get(id);
    if (!row) {
      throw new Refusal('not_allowed', 'user.not_found');
    }
    if (!row.active) {
      throw new Refusal('not_allowed', 'user.inactive');
    }
  }
  return new Map(rows.map(({ id, name }) => [id, name]));
}
