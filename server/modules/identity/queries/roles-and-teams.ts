import type { Reader } from '../../../kernel/database.ts';
import type { AllTables } from '../tables.ts';

type Ref = { id: string; name: string };

/** Teams of some users, or members of some teams: one statement for a whole page. */
export async function teamsOfUsers(
  db: Reader,
  workspaceId: string,
  userIds: readonly string[],
): Promise<Map<string, Ref[]>> {
  if (userIds.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<AllTables>()
    .selectFrom('team_member as member')
    .innerJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'member.workspace_id')
        .onRef('team.id', '=', 'member.team_id'),
    )
    .where('member.workspace_id', '=', workspaceId)
    .where('member.user_id', 'in', userIds)
    .select(['member.user_id as owner', 'team.id', 'team.name'])
    .orderBy('team.name')
    .orderBy('team.id')
    .execute();
  return byOwner(rows);
}

export async function membersOfTeams(
  db: Reader,
  workspaceId: string,
  teamIds: readonly string[],
): Promise<Map<string, Ref[]>> {
  if (teamIds.length === 0) {
    return new Map();
  }
  const rows = await db
    .withTables<AllTables>()
    .selectFrom('team_member as member')
    .innerJoin('user_account as user', (join) =>
      join
        .onRef('user.workspace_id', '=', 'member.workspace_id')
        .onRef('user.id', '=', 'member.user_id'),
    )
    .where('member.workspace_id', '=', workspaceId)
    .where('member.team_id', 'in', teamIds)
    .select(['member.team_id as owner', 'user.id', 'user.name'])
    .orderBy('user.name')
    .orderBy('user.id')
    .execute();
  return byOwner(rows);
}

function byOwner(rows: readonly (Ref & { owner: string })[]): Map<string, Ref[]> {
  const grouped = Map.groupBy(rows, ({ owner }) => owner);
  return new Map(
    [...grouped].map(([owner, list]) => [owner, list.map(({ id, name }) => ({ id, name }))]),
  );
}
