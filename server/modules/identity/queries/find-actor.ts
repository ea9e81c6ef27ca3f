import { sql, type ExpressionBuilder } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { Permission } from '../../../kernel/modules.ts';
import { permissionsOf } from '../rules.ts';
import { workspaceSettings } from '../schema.ts';
import type { Remembered } from '../sign-in/actor-memory.ts';
import type { Presented } from '../sign-in/secret.ts';
import type { AllTables, RoleKey, Scope } from '../tables.ts';

type Question = { readonly presented: Presented; readonly now: Date };

/** Whose session this is, with everything that every request must know of them, in one statement. */
export async function findActorOfSession(
  db: Reader,
  { presented: { workspaceId, hash }, now }: Question,
  catalogue: readonly Permission[],
): Promise<Remembered | null> {
  const row = await db
    .withTables<AllTables>()
    .selectFrom('user_session as signed')
    .innerJoin('user_account as user', (join) =>
      join
        .onRef('user.workspace_id', '=', 'signed.workspace_id')
        .onRef('user.id', '=', 'signed.user_id'),
    )
    .innerJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'user.workspace_id')
        .onRef('role.id', '=', 'user.role_id'),
    )
    .innerJoin('workspace', 'workspace.id', 'user.workspace_id')
    .where('signed.workspace_id', '=', workspaceId)
    .where('signed.secret_hash', '=', hash)
    .where('signed.expires_at', '>', now)
    .where('user.active', '=', true)
    .select([
      'signed.id as credential_id',
      'signed.expires_at',
      'signed.last_seen_at as seen_at',
      'user.id',
      'user.name',
      'user.totp_enabled_at',
      'role.key',
      'role.permissions',
      'role.scope',
      'workspace.settings',
    ])
    .select(teamIdsOfUser)
    .executeTakeFirst();
  if (!row) {
    return null;
  }
  const held = permissionsOf(row, catalogue);
  const mustSetUp = workspaceSettings(row.settings).requireTotp && row.totp_enabled_at === null;
  return remembered(row, {
    kind: 'user',
    workspaceId,
    permissions: held,
    ...(mustSetUp && { barred: 'session.totp_required' }),
  });
}

/** A token does what its maker may do now, within what it was made for. */
export async function findActorOfToken(
  db: Reader,
  { presented: { workspaceId, hash }, now }: Question,
  catalogue: readonly Permission[],
): Promise<Remembered | null> {
  const row = await db
    .withTables<AllTables>()
    .selectFrom('api_token as token')
    .innerJoin('user_account as user', (join) =>
      join
        .onRef('user.workspace_id', '=', 'token.workspace_id')
        .onRef('user.id', '=', 'token.user_id'),
    )
    .innerJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'user.workspace_id')
        .onRef('role.id', '=', 'user.role_id'),
    )
    .where('token.workspace_id', '=', workspaceId)
    .where('token.secret_hash', '=', hash)
    .where((where) =>
      where.or([where('token.expires_at', 'is', null), where('token.expires_at', '>', now)]),
    )
    .where('user.active', '=', true)
    .select([
      'token.id as credential_id',
      'token.expires_at',
      'token.last_used_at as seen_at',
      'token.scopes',
      'user.id',
      'user.name',
      'role.key',
      'role.permissions',
      'role.scope',
    ])
    .select(teamIdsOfUser)
    .executeTakeFirst();
  if (!row) {
    return null;
  }
  const held = permissionsOf(row, catalogue).filter((key) => row.scopes.includes(key));
  return remembered(row, { kind: 'token', workspaceId, permissions: held });
}

function teamIdsOfUser(
  _builder: ExpressionBuilder<AllTables & { user: AllTables['user_account'] }, 'user'>,
) {
  return sql<string[]>`array(
    select member.team_id from team_member as member
    where member.workspace_id = "user".workspace_id and member.user_id = "user".id)`.as('team_ids');
}

type Row = {
  credential_id: string;
  expires_at: Date | null;
  seen_at: Date | null;
  id: string;
  name: string;
  key: RoleKey | null;
  scope: Scope;
  team_ids: string[];
};

function remembered(
  row: Row,
  who: {
    kind: 'user' | 'token';
    workspaceId: string;
    permissions: readonly string[];
    barred?: string;
  },
): Remembered {
  return {
    actor: {
      ...who,
      id: row.id,
      name: row.name,
      permissions: new Set(who.permissions),
      scope: row.scope,
      teamIds: row.team_ids,
      sessionId: row.credential_id,
    },
    userId: row.id,
    expiresAt: row.expires_at,
    seenAt: row.seen_at,
  };
}
