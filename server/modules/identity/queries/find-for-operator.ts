import { sql } from 'kysely';
import type { Database } from '../../../kernel/database.ts';
import { emailKey } from '../rules.ts';
import type { User } from '../schema.ts';
import type { AllTables } from '../tables.ts';
import { readUser, readUsers } from './list-users.ts';

/** What the command line asks: nobody is signed in there. */
export async function findUser(
  db: Database,
  workspaceId: string,
  email: string,
): Promise<User | null> {
  return db.read(workspaceId, async (reader) => {
    const row = await reader
      .withTables<AllTables>()
      .selectFrom('user_account')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where('email_key', '=', emailKey(email))
      .executeTakeFirst();
    return row ? readUser(reader, workspaceId, row.id) : null;
  });
}

export async function listAllUsers(db: Database, workspaceId: string): Promise<User[]> {
  return db.read(workspaceId, (reader) => readUsers(reader, workspaceId));
}

/** By the key of a built-in role, or by the name of any. */
export async function findRole(
  db: Database,
  workspaceId: string,
  name: string,
): Promise<string | null> {
  return db.read(workspaceId, async (reader) => {
    const row = await reader
      .withTables<AllTables>()
      .selectFrom('role')
      .select('id')
      .where('workspace_id', '=', workspaceId)
      .where(sql<boolean>`(key = ${name} or lower(name) = lower(${name}))`)
      .orderBy(sql`key is null`)
      .executeTakeFirst();
    return row?.id ?? null;
  });
}
