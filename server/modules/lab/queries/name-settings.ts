import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { DraftChange } from '../schema.ts';

/** What the changed settings are called, in their order. @throws where one of them is not there */
export async function nameSettings(
  db: Reader,
  workspaceId: string,
  changes: readonly DraftChange[],
): Promise<string[]> {
  const ids = changes.flatMap(({ id }) => (id === null ? [] : [id]));
  const { rows } = await sql<{ key: string; name: string }>`
    select 'rule ' || id as key, name from rule
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])
    union all
    select 'sla_policy ' || id, name from sla_policy
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])
    union all
    select 'routing_rule ' || id, name from routing_rule
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(db);
  const names = new Map(rows.map(({ key, name }) => [key, name]));
  return changes.map(({ setting, id, definition }) => {
    const known = id === null ? undefined : names.get(`${setting} ${id}`);
    if (id !== null && known === undefined) {
      throw new Refusal('not_found', `${setting}.not_found`);
    }
    return definition?.name ?? known ?? '';
  });
}
