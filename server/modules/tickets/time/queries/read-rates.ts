import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { Ref } from '../../../customers/public.ts';
import type { WorkTables } from '../../work-tables.ts';

export const TimeRates = z
  .object({
    currency: z.string(),
    /** For roles without a rate of their own. */
    hourly: z.string().nullable(),
    roles: z.array(z.object({ role: Ref, hourly: z.string().nullable() })),
    version: z.int(),
  })
  .meta({ id: 'TimeRates' });
export type TimeRates = z.infer<typeof TimeRates>;

export const getTimeRates = defineQuery({
  name: 'tickets.get-time-rates',
  permission: 'workspace.change',
  input: z.strictObject({}),
  output: TimeRates,
  run: ({ db, actor }) => readRates(db, actor.workspaceId),
});

export async function readRates(db: Reader, workspaceId: string): Promise<TimeRates> {
  const { rows } = await sql<{ id: string; name: string; hourly: string | null }>`
    select role.id, role.name, rate.hourly::text as hourly from role
    left join time_rate as rate on rate.workspace_id = role.workspace_id and rate.role_id = role.id
    where role.workspace_id = ${workspaceId} order by role.created_at, role.name`.execute(db);
  const setting = await db
    .withTables<WorkTables>()
    .selectFrom('time_rate_setting')
    .select(['currency', 'hourly', 'version'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return {
    currency: setting?.currency ?? 'RUB',
    hourly: setting?.hourly ?? null,
    roles: rows.map(({ id: roleId, name, hourly: own }) => ({
      role: { id: roleId, name },
      hourly: own,
    })),
    version: setting?.version ?? 1,
  };
}
