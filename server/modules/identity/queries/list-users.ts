import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { line, text } from '../../../kernel/text.ts';
import { user, type User } from '../schema.ts';
import type { AllTables } from '../tables.ts';
import { teamsOfUsers } from './roles-and-teams.ts';

const cursor = z.tuple([text({ max: 1_000 }), z.uuid()]);

/** People of the company by name; those who have left included. */
export const listUsers = defineQuery({
  name: 'list-users',
  permission: 'user.read',
  input: z.strictObject({
    ...pageInput,
    q: line({ max: 200 }).optional(),
    active: z.enum(['true', 'false']).optional(),
    team: z.uuid().optional(),
  }),
  output: pageOf(user),
  async run({ db, actor }, { limit, after, q, active, team }) {
    let query = selectUsers(db, actor.workspaceId)
      .orderBy(sql`lower("user".name)`)
      .orderBy('user.id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, id] = decodeCursor(after, cursor);
      query = query.where(sql<boolean>`(lower("user".name), "user".id) > (${name}, ${id}::uuid)`);
    }
    if (q) {
      const pattern = `%${q.toLowerCase().replace(/[\\%_]/g, String.raw`\$&`)}%`;
      query = query.where(
        sql<boolean>`(lower("user".name) like ${pattern} or "user".email_key like ${pattern})`,
      );
    }
    if (active) {
      query = query.where('user.active', '=', active === 'true');
    }
    if (team) {
      query = query.where((where) =>
        where.exists(
          where
            .selectFrom('team_member as member')
            .select('member.user_id')
            .whereRef('member.workspace_id', '=', 'user.workspace_id')
            .whereRef('member.user_id', '=', 'user.id')
            .where('member.team_id', '=', team),
        ),
      );
    }
    const rows = await query.execute();
    const teams = await teamsOfUsers(
      db,
      actor.workspaceId,
      rows.map(({ id }) => id),
    );
    return toPage(rows, limit, {
      item: (row) => toUser(row, teams.get(row.id) ?? []),
      cursor: (row) => [row.name_key, row.id],
    });
  },
});

/** One person as the lists show them. */
export async function readUser(db: Reader, workspaceId: string, id: string): Promise<User> {
  const row = await selectUsers(db, workspaceId).where('user.id', '=', id).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'user.not_found');
  }
  return toUser(row, (await teamsOfUsers(db, workspaceId, [id])).get(id) ?? []);
}

/** Everybody at once: for the command line, where nobody pages. */
export async function readUsers(db: Reader, workspaceId: string): Promise<User[]> {
  const rows = await selectUsers(db, workspaceId)
    .orderBy(sql`lower("user".name)`)
    .orderBy('user.id')
    .execute();
  const teams = await teamsOfUsers(
    db,
    workspaceId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toUser(row, teams.get(row.id) ?? []));
}

function selectUsers(db: Reader, workspaceId: string) {
  return db
    .withTables<AllTables>()
    .selectFrom('user_account as user')
    .innerJoin('role', (join) =>
      join
        .onRef('role.workspace_id', '=', 'user.workspace_id')
        .onRef('role.id', '=', 'user.role_id'),
    )
    .where('user.workspace_id', '=', workspaceId)
    .select(['user.id', 'user.name', 'user.email', 'user.active', 'user.locale', 'user.version'])
    .select(['user.totp_enabled_at', 'user.last_seen_at'])
    .select(['role.id as role_id', 'role.name as role_name'])
    .select(sql<string>`lower("user".name)`.as('name_key'));
}

type Row = Awaited<ReturnType<ReturnType<typeof selectUsers>['execute']>>[number];

function toUser(row: Row, teams: User['teams']): User {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: { id: row.role_id, name: row.role_name },
    teams,
    active: row.active,
    locale: row.locale,
    totpEnabled: row.totp_enabled_at !== null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
    version: row.version,
  };
}
