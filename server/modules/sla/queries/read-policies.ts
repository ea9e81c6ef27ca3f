import type { Selectable } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { CalendarTables } from '../../calendars/public.ts';
import { SlaTerms, type SlaPolicy, type SlaTables } from '../schema.ts';

export type PolicyRow = Selectable<SlaTables['sla_policy']>;

/** In the order in which they are asked. What was saved before a term existed has its default. */
export async function readPolicies(db: Reader, workspaceId: string): Promise<PolicyRow[]> {
  const rows = await db
    .withTables<SlaTables>()
    .selectFrom('sla_policy')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, terms: SlaTerms.parse(row.terms) }));
}

export function selectPolicies(db: Reader, workspaceId: string) {
  return db
    .withTables<SlaTables & CalendarTables>()
    .selectFrom('sla_policy')
    .leftJoin('calendar', (join) =>
      join
        .onRef('calendar.workspace_id', '=', 'sla_policy.workspace_id')
        .onRef('calendar.id', '=', 'sla_policy.calendar_id'),
    )
    .selectAll('sla_policy')
    .select('calendar.name as calendar_name')
    .where('sla_policy.workspace_id', '=', workspaceId);
}

export const toPolicy = (row: PolicyRow & { calendar_name: string | null }): SlaPolicy => ({
  id: row.id,
  name: row.name,
  position: row.position,
  active: row.active,
  condition: row.condition,
  terms: row.terms,
  calendar:
    row.calendar_id === null ? null : { id: row.calendar_id, name: row.calendar_name ?? '' },
  byTeam: row.by_team,
  version: row.version,
});

export async function readPolicy(db: Reader, workspaceId: string, id: string): Promise<SlaPolicy> {
  const row = await selectPolicies(db, workspaceId)
    .where('sla_policy.id', '=', id)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'sla_policy.not_found');
  }
  return toPolicy(row);
}
