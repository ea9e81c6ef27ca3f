import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { readWorkspaceCalendars, type CalendarHours } from '../../calendars/public.ts';
import type { AvailabilitySettings } from '../deciding/compile-availability.ts';
import type { DutyEntry } from '../deciding/compile-duty.ts';
import type { AbsenceSpan } from '../rules/substitutes.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';

type Tables = AvailabilityTables & NameTables;

/**
 * What tells who is there. Absences that are over matter to nobody but whoever replays the past; `since` asks for those that ended
 * after it.
 */
export async function readAvailabilitySettings(
  db: Reader,
  workspaceId: string,
  since?: Date,
): Promise<AvailabilitySettings> {
  const tables = db.withTables<Tables>();
  const people = await tables
    .selectFrom('user_account')
    .select(['id', 'name', 'active'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  const away = await tables
    .selectFrom('user_away')
    .select(['user_id', 'since', 'until'])
    .where('workspace_id', '=', workspaceId)
    .execute();
  return {
    people,
    schedules: await readSchedules(db, workspaceId),
    away: new Map(away.map(({ user_id: id, until }) => [id, until])),
    awaySince: new Map(away.map(({ user_id: id, since: began }) => [id, began])),
    absences: await readAbsenceSpans(db, workspaceId, since),
    duty: await readDuty(db, workspaceId),
  };
}

async function readSchedules(db: Reader, workspaceId: string): Promise<Map<string, CalendarHours>> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('work_schedule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .execute();
  const calendars =
    rows.length > 0 ? (await readWorkspaceCalendars(db, workspaceId)).hours : new Map();
  return new Map(
    rows.flatMap(({ user_id: userId, calendar_id: calendarId, zone, week }) => {
      const hours: CalendarHours | undefined =
        zone !== null && week !== null ? { zone, week } : calendars.get(calendarId ?? '');
      return hours ? [[userId, hours] as const] : [];
    }),
  );
}

export async function readAbsenceSpans(
  db: Reader,
  workspaceId: string,
  since?: Date,
): Promise<AbsenceSpan[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('absence')
    .select(['id', 'user_id', 'starts_at', 'ends_at', 'last_day', 'substitute_id', 'hands_over'])
    .where('workspace_id', '=', workspaceId)
    .where(({ eb, or }) =>
      or([eb('state', '<>', 'over'), ...(since ? [eb('ends_at', '>', since)] : [])]),
    )
    .orderBy('starts_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    userId: row.user_id,
    from: row.starts_at,
    to: row.ends_at,
    lastDay: row.last_day,
    substituteId: row.substitute_id,
    handsOver: row.hands_over,
  }));
}

async function readDuty(db: Reader, workspaceId: string): Promise<DutyEntry[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('duty')
    .selectAll()
    .select(
      sql<
        string[]
      >`array(select user_id from duty_person where duty_person.workspace_id = duty.workspace_id
        and duty_person.duty_id = duty.id order by duty_person.position)`.as('user_ids'),
    )
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    teamId: row.team_id,
    userIds: row.user_ids,
    from: row.starts_at,
    to: row.ends_at,
    hours: row.zone !== null && row.week !== null ? { zone: row.zone, week: row.week } : null,
  }));
}
