import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { AllTables, Scope } from '../tables.ts';

export type Reach = {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly scope: Scope;
  readonly teamIds: readonly string[];
};

/** How far some users see, by id; who is not there is missing. */
export async function readReach(
  db: Reader,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Map<string, Reach>> {
  if (userIds.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<AllTables>()
    .selectFrom('user_account as user')
    .innerJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'user.workspace_id')
        .onRef('role.id', '=', 'user.role_id'),
    )
    .where('user.workspace_id', '=', workspaceId)
    .where('user.id', 'in', userIds)
    .select(['user.id', 'user.name', 'user.active', 'role.scope'])
    .select(
      sql<
        string[]
      >`array(select m.team_id from team_member m where m.workspace_id = "user".workspace_id
        and m.user_id = "user".id)`.as('teamIds'),
    )
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
