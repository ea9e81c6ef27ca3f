import type { Reader } from '../../../kernel/database.ts';
import { readWorkspace } from '../../identity/public.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';

/** Where somebody's days begin: by their hours, else by the company's. */
export async function zoneOfUser(db: Reader, workspaceId: string, userId: string): Promise<string> {
  const row = await db
    .withTables<AvailabilityTables & NameTables>()
    .selectFrom('work_schedule')
    .leftJoin('calendar', (join) =>
      join
        .onRef('calendar.workspace_id', '=', 'work_schedule.workspace_id')
        .onRef('calendar.id', '=', 'work_schedule.calendar_id'),
    )
    .select(['work_schedule.zone', 'calendar.zone as calendar_zone'])
    .where('work_schedule.workspace_id', '=', workspaceId)
    .where('work_schedule.user_id', '=', userId)
    .executeTakeFirst();
  return row?.zone ?? row?.calendar_zone ?? (await readWorkspace(db, workspaceId)).timeZone;
}
