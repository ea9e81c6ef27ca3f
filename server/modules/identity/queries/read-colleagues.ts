import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { permissionsOf } from '../rules.ts';
import type { AllTables, RoleKey, Scope } from '../tables.ts';

export type Colleague = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: 'ru' | 'en';
  readonly scope: Scope;
  readonly teamIds: readonly string[];
  may(permission: string): boolean;
};

type Row = Omit<Colleague, 'may'> & { role_key: RoleKey | null; permissions: string[] };

/** Those of some users who are active, by id. */
export async function readColleagues(
  db: Reader,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Map<string, Colleague>> {
  if (userIds.length === 0) {
    return new Map();
  }
  const rows: Row[] = await db
    .withTables<AllTables>()
    .selectFrom('user_account as user')
    .innerJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'user.workspace_id')
        .onRef('role.id', '=', 'user.role_id'),
    )
    .where('user.workspace_id', '=', workspaceId)
    .where('user.id', '=', sql<string>`any(${sql.val(userIds)}::uuid[])`)
    .where('user.active', '=', true)
    .select(['user.id', 'user.name', 'user.email', 'user.locale', 'role.scope'])
    .select(['role.key as role_key', 'role.permissions'])
    .select(
      sql<
        string[]
      >`array(select m.team_id from team_member m where m.workspace_id = "user".workspace_id
        and m.user_id = "user".id)`.as('teamIds'),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, toColleague(row)]));
}

const toColleague = ({ role_key: key, permissions, ...person }: Row): Colleague => ({
  ...person,
  may: (permission) =>
    permissionsOf({ key, permissions }, [{ key: permission, group: '' }]).length > 0,
});

/** Of some teams: who is in them. */
export async function readMembers(
  db: Reader,
  workspaceId: string,
  teamIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await db
    .withTables<AllTables>()
    .selectFrom('team_member')
    .select(['team_id', 'user_id'])
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', sql<string>`any(${sql.val(teamIds)}::uuid[])`)
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.team_id)].map(([team, list]) => [
      team,
      list.map((row) => row.user_id),
    ]),
  );
}
