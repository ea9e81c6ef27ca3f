import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';

/** Names and addresses that stand in the workspace already: the demo company makes way. In lower case. */
export type Taken = {
  readonly names: ReadonlySet<string>;
  readonly addresses: ReadonlySet<string>;
};

export async function readTaken(db: Reader, workspaceId: string): Promise<Taken> {
  const { rows } = await sql<{ kind: 'name' | 'address'; value: string }>`
    select 'name' as kind, lower(name) as value from team where workspace_id = ${workspaceId}
    union all select 'name', lower(name) from category where workspace_id = ${workspaceId}
    union all select 'name', lower(name) from template where workspace_id = ${workspaceId}
    union all select 'address', email_key from user_account where workspace_id = ${workspaceId}
    union all select 'address', domain from organization_domain
      where workspace_id = ${workspaceId} and domain like '%.example'
    union all select 'address', normalized from contact where workspace_id = ${workspaceId}
      and (normalized like '%.example' or normalized like '+74950%' or normalized like '+447700900%'
        or normalized like '74950%')`.execute(db);
  const of = (wanted: 'name' | 'address') =>
    new Set(rows.flatMap(({ kind, value }) => (kind === wanted ? value : [])));
  return { names: of('name'), addresses: of('address') };
}

/** Teams that people have given views, templates or signatures of their own: these would go with the team. */
export async function readTeamsInUse(db: Reader, workspaceId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select mark.id from demo_mark as mark where mark.workspace_id = ${workspaceId} and mark.kind = 'team' and (
      exists (select 1 from saved_view where saved_view.workspace_id = ${workspaceId} and team_id = mark.id)
      or exists (select 1 from template where template.workspace_id = ${workspaceId} and team_id = mark.id)
      or exists (select 1 from signature where signature.workspace_id = ${workspaceId} and team_id = mark.id))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}
