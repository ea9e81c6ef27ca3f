import { sql, type Insertable, type Updateable } from 'kysely';
import type { Tx } from '../../kernel/database.ts';
import { invalid, Refusal } from '../../kernel/errors.ts';
import { isUniqueViolation } from '../../kernel/database.ts';
import type { AllTables, IdentityTables } from './tables.ts';

/** The SQL that writes people, teams, roles and the workspace. Sessions and tokens: session-store.ts. */
const tables = (tx: Tx) => tx.withTables<AllTables>();
type Key = { workspaceId: string; id: string };

/** Two first runs at once: the second waits, then sees that it is too late. */
export async function lockFounding(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('otklik found workspace'))`.execute(tx);
}

/** To the other processes, with the commit. */
export async function tellOthers(tx: Tx, channel: string, payload: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${payload})`.execute(tx);
}

export async function insertWorkspace(tx: Tx, row: Insertable<AllTables['workspace']>) {
  await tables(tx).insertInto('workspace').values(row).execute();
}

export async function lockWorkspace(tx: Tx, workspaceId: string) {
  return tables(tx)
    .selectFrom('workspace')
    .selectAll()
    .where('id', '=', workspaceId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function saveWorkspace(
  tx: Tx,
  workspaceId: string,
  change: Updateable<AllTables['workspace']>,
) {
  await tables(tx)
    .updateTable('workspace')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', workspaceId)
    .execute();
}

export async function insertUser(tx: Tx, row: Insertable<IdentityTables['user_account']>) {
  await unique('email', 'taken', 'user_email_once', () =>
    tables(tx).insertInto('user_account').values(row).execute(),
  );
}

export async function lockUser(tx: Tx, { workspaceId, id }: Key) {
  const row = await tables(tx)
    .selectFrom('user_account')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? missing('user.not_found');
}

export async function saveUser(
  tx: Tx,
  { workspaceId, id }: Key,
  change: Updateable<IdentityTables['user_account']>,
) {
  await tables(tx)
    .updateTable('user_account')
    .set({ ...change, version: sql`version + 1` })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Keeps the count of administrators still while one of them changes: two at once cannot both be "not the last". */
export async function lockAdministrators(tx: Tx, workspaceId: string): Promise<string[]> {
  const { id } = await tables(tx)
    .selectFrom('role')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('key', '=', 'administrator')
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const rows = await tables(tx)
    .selectFrom('user_account')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role_id', '=', id)
    .where('active', '=', true)
    .execute();
  return rows.map((row) => row.id);
}

export async function setTeamsOfUser(
  tx: Tx,
  { workspaceId, id }: Key,
  teamIds: readonly string[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('team_member')
    .where('workspace_id', '=', workspaceId)
    .where('user_id', '=', id)
    .execute();
  await insertMembers(
    tx,
    [...new Set(teamIds)].map((team) => ({
      workspace_id: workspaceId,
      team_id: team,
      user_id: id,
    })),
    'teamIds',
  );
}

export async function setMembersOfTeam(
  tx: Tx,
  { workspaceId, id }: Key,
  userIds: readonly string[],
): Promise<void> {
  await tables(tx)
    .deleteFrom('team_member')
    .where('workspace_id', '=', workspaceId)
    .where('team_id', '=', id)
    .execute();
  await insertMembers(
    tx,
    [...new Set(userIds)].map((user) => ({
      workspace_id: workspaceId,
      team_id: id,
      user_id: user,
    })),
    'memberIds',
  );
}

async function insertMembers(
  tx: Tx,
  rows: Insertable<IdentityTables['team_member']>[],
  field: string,
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  try {
    await tables(tx).insertInto('team_member').values(rows).execute();
  } catch (error) {
    throw isReferenceViolation(error) ? invalid(field, 'unknown') : error;
  }
}

export async function insertTeam(tx: Tx, row: Insertable<IdentityTables['team']>) {
  await unique('name', 'taken', 'team_name_once', () =>
    tables(tx).insertInto('team').values(row).execute(),
  );
}

export async function lockTeam(tx: Tx, { workspaceId, id }: Key) {
  const row = await tables(tx)
    .selectFrom('team')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? missing('team.not_found');
}

export async function saveTeam(tx: Tx, { workspaceId, id }: Key, name: string) {
  await unique('name', 'taken', 'team_name_once', () =>
    tables(tx)
      .updateTable('team')
      .set({ name, version: sql`version + 1` })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function deleteTeam(tx: Tx, { workspaceId, id }: Key) {
  await referenced('team.in_use', () =>
    tables(tx)
      .deleteFrom('team')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function insertRole(tx: Tx, row: Insertable<IdentityTables['role']>) {
  await unique('name', 'taken', 'role_name_once', () =>
    tables(tx).insertInto('role').values(row).execute(),
  );
}

export async function lockRole(tx: Tx, { workspaceId, id }: Key) {
  const row = await tables(tx)
    .selectFrom('role')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? missing('role.not_found');
}

export async function saveRole(
  tx: Tx,
  { workspaceId, id }: Key,
  change: Updateable<IdentityTables['role']>,
) {
  await unique('name', 'taken', 'role_name_once', () =>
    tables(tx)
      .updateTable('role')
      .set({ ...change, version: sql`version + 1` })
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

export async function deleteRole(tx: Tx, { workspaceId, id }: Key) {
  await referenced('role.in_use', () =>
    tables(tx)
      .deleteFrom('role')
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', id)
      .execute(),
  );
}

function missing(code: string): never {
  throw new Refusal('not_found', code);
}

async function unique(
  field: string,
  code: string,
  constraint: string,
  write: () => Promise<unknown>,
): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isUniqueViolation(error, constraint)
      ? new Refusal('conflict', `${constraint.split('_')[0]}.${field}_${code}`, {
          errors: [{ field, code }],
        })
      : error;
  }
}

async function referenced(code: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    throw isReferenceViolation(error) ? new Refusal('not_allowed', code) : error;
  }
}

function isReferenceViolation(error: unknown): boolean {
  return (error as { code?: string }).code === '23503';
}
