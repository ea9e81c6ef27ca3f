import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Duty } from '../schema.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';

export function selectDuty(db: Reader, workspaceId: string) {
  return db
    .withTables<AvailabilityTables & NameTables>()
    .selectFrom('duty')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'duty.workspace_id')
        .onRef('team.id', '=', 'duty.team_id'),
    )
    .selectAll('duty')
    .select('team.name as team_name')
    .select(
      sql<
        Duty['people']
      >`coalesce((select json_agg(json_build_object('id', person.id, 'name', person.name)
          order by duty_person.position)
        from duty_person join user_account person on person.workspace_id = duty_person.workspace_id
          and person.id = duty_person.user_id
        where duty_person.workspace_id = duty.workspace_id and duty_person.duty_id = duty.id), '[]')`.as(
        'people',
      ),
    )
    .where('duty.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectDuty>['execute']>>[number];

export const toDuty = (row: Row): Duty => ({
  id: row.id,
  team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
  people: row.people,
  from: row.starts_at?.toISOString() ?? null,
  to: row.ends_at?.toISOString() ?? null,
  zone: row.zone,
  week: row.week as Duty['week'],
  version: row.version,
});

export async function readDuty(db: Reader, workspaceId: string, id: string): Promise<Duty> {
  const row = await selectDuty(db, workspaceId).where('duty.id', '=', id).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'duty.not_found');
  }
  return toDuty(row);
}
