import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { permissionsOf } from '../rules.ts';
import type { AllTables } from '../tables.ts';

/** Of some permissions: the active users who have them. */
export async function readKeepers(
  db: Reader,
  workspaceId: string,
  permissions: readonly string[],
): Promise<Map<string, string[]>> {
  if (permissions.length === 0) {
    return new Map();
  }
  const tables = db.withTables<AllTables>();
  const roles = await tables
    .selectFrom('role')
    .select(['id', 'key', 'permissions'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const catalogue = permissions.map((key) => ({ key, group: '' }));
  const allowed = new Map(roles.map((role) => [role.id, permissionsOf(role, catalogue)]));
  const roleIds = [...allowed].flatMap(([id, keys]) => (keys.length > 0 ? [id] : []));
  const users = await tables
    .selectFrom('user_account')
    .select(['id', 'role_id'])
    .where('workspace_id', '=', workspaceId)
    .where('active', '=', true)
    .where('role_id', '=', sql<string>`any(${sql.val(roleIds)}::uuid[])`)
    .execute();
  return new Map(
    permissions.map((permission) => [
      permission,
      users
        .filter((user) => allowed.get(user.role_id)?.includes(permission))
        .map((user) => user.id),
    ]),
  );
}
