import type { Database, Tx } from '../../../kernel/database.ts';
import type { AllTables } from '../tables.ts';

/** The directory of workspaces: read before anybody is known. */
export type WorkspaceEntry = { readonly id: string; readonly slug: string; readonly name: string };

const mostLookedThrough = 500;

export async function listWorkspaces(
  db: Database,
  { slug, limit = mostLookedThrough }: { slug?: string; limit?: number } = {},
): Promise<WorkspaceEntry[]> {
  return db.unbound((reader) => {
    const query = reader
      .withTables<AllTables>()
      .selectFrom('workspace')
      .select(['id', 'slug', 'name'])
      .orderBy('created_at')
      .orderBy('id')
      .limit(limit);
    return (slug === undefined ? query : query.where('slug', '=', slug)).execute();
  });
}

/** All of them, the oldest first. */
export async function listWorkspaceIds(db: Database): Promise<string[]> {
  const all = await listWorkspaces(db, { limit: Number.MAX_SAFE_INTEGER });
  return all.map(({ id }) => id);
}

/** Asked while it is being made, under the lock of that. */
export async function isOnlyWorkspace(tx: Tx, workspaceId: string): Promise<boolean> {
  const other = await tx
    .withTables<AllTables>()
    .selectFrom('workspace')
    .select('id')
    .where('id', '<>', workspaceId)
    .limit(1)
    .executeTakeFirst();
  return other === undefined;
}

export async function anyWorkspaceExists(db: Database): Promise<boolean> {
  return (await listWorkspaces(db, { limit: 1 })).length > 0;
}

type Asked = { readonly workspace?: string | undefined; readonly host: string | undefined };

/**
 * Where somebody means to sign in: the workspace they name, else the one the host name names, else the only one.
 * `sure` is false when all of them have to be looked through for the address.
 */
export async function workspacesMeant(
  db: Database,
  { workspace, host }: Asked,
): Promise<{ sure: boolean; workspaces: WorkspaceEntry[] }> {
  if (workspace !== undefined) {
    return { sure: true, workspaces: await listWorkspaces(db, { slug: workspace }) };
  }
  const all = await listWorkspaces(db);
  const label = host?.split(':')[0]?.split('.')[0]?.toLowerCase();
  const named = all.filter(({ slug }) => slug === label);
  if (named.length > 0) {
    return { sure: true, workspaces: named };
  }
  return { sure: all.length <= 1, workspaces: all };
}
