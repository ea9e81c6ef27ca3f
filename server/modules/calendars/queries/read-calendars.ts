import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { CalendarHours } from '../rules/hours.ts';
import { effectiveHours } from '../rules/production-calendar.ts';
import type { Calendar, CalendarTables } from '../schema.ts';

type NameTables = { team: { workspace_id: string; id: string; name: string } };

export function selectCalendars(db: Reader, workspaceId: string) {
  return db
    .withTables<CalendarTables>()
    .selectFrom('calendar')
    .selectAll()
    .select(sql<string>`lower(name)`.as('name_key'))
    .where('workspace_id', '=', workspaceId);
}

type Row = CalendarTables['calendar'];
export type TeamOf = { readonly calendarId: string; readonly id: string; readonly name: string };

export async function readTeams(db: Reader, workspaceId: string): Promise<TeamOf[]> {
  return db
    .withTables<CalendarTables & NameTables>()
    .selectFrom('team_calendar')
    .innerJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'team_calendar.workspace_id')
        .onRef('team.id', '=', 'team_calendar.team_id'),
    )
    .select(['team_calendar.calendar_id as calendarId', 'team.id', 'team.name'])
    .where('team_calendar.workspace_id', '=', workspaceId)
    .orderBy('team.name')
    .execute();
}

export const toCalendar = (row: Row, teams: readonly TeamOf[]): Calendar => ({
  id: row.id,
  name: row.name,
  zone: row.zone,
  week: row.week as Calendar['week'],
  country: row.country,
  days: row.days as Calendar['days'],
  isDefault: row.is_default,
  teams: teams
    .filter(({ calendarId }) => calendarId === row.id)
    .map(({ id, name }) => ({ id, name })),
  version: row.version,
});

export async function readCalendar(db: Reader, workspaceId: string, id: string): Promise<Calendar> {
  const row = await selectCalendars(db, workspaceId).where('id', '=', id).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'calendar.not_found');
  }
  return toCalendar(row, await readTeams(db, workspaceId));
}

/** Everything that counting working time of a workspace needs. */
export type WorkspaceCalendars = {
  readonly hours: ReadonlyMap<string, CalendarHours>;
  readonly byTeam: ReadonlyMap<string, string>;
  readonly defaultId: string;
};

export async function readWorkspaceCalendars(
  db: Reader,
  workspaceId: string,
): Promise<WorkspaceCalendars> {
  const rows = await selectCalendars(db, workspaceId).execute();
  const teams = await readTeams(db, workspaceId);
  return {
    hours: new Map(rows.map((row) => [row.id, effectiveHours(row)])),
    byTeam: new Map(teams.map(({ id, calendarId }) => [id, calendarId])),
    defaultId: rows.find((row) => row.is_default)?.id ?? '',
  };
}
