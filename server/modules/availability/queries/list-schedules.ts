import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { Schedule } from '../schema.ts';
import type { AvailabilityTables, NameTables } from '../tables.ts';

const Cursor = z.tuple([text({ max: 1_000 }), z.uuid()]);

/** Everybody who works here, by name, whether or not they have hours. */
export const listSchedules = defineQuery({
  name: 'availability.list-schedules',
  permission: 'user.read',
  input: z.strictObject(pageInput),
  output: pageOf(Schedule),
  async run({ db, actor }, { limit, after }) {
    let query = selectSchedules(db, actor.workspaceId).limit(limit + 1);
    if (after !== undefined) {
      const [name, last] = decodeCursor(after, Cursor);
      query = query.where(sql<boolean>`(lower("user".name), "user".id) > (${name}, ${last}::uuid)`);
    }
    return toPage(await query.execute(), limit, {
      item: toSchedule,
      cursor: (row) => [row.name_key, row.id],
    });
  },
});

/** Of somebody who works here. */
export async function readSchedule(
  db: Reader,
  workspaceId: string,
  userId: string,
): Promise<Schedule> {
  const row = await selectSchedules(db, workspaceId)
    .where('user.id', '=', userId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'user.not_found');
  }
  return toSchedule(row);
}

const selectSchedules = (db: Reader, workspaceId: string) =>
  db
    .withTables<AvailabilityTables & NameTables>()
    .selectFrom('user_account as user')
    .leftJoin('work_schedule as schedule', (join) =>
      join
        .onRef('schedule.workspace_id', '=', 'user.workspace_id')
        .onRef('schedule.user_id', '=', 'user.id'),
    )
    .leftJoin('calendar', (join) =>
      join
        .onRef('calendar.workspace_id', '=', 'schedule.workspace_id')
        .onRef('calendar.id', '=', 'schedule.calendar_id'),
    )
    .select(['user.id', 'user.name', 'schedule.calendar_id', 'schedule.zone', 'schedule.week'])
    .select(['calendar.name as calendar_name', sql<string>`lower("user".name)`.as('name_key')])
    .where('user.workspace_id', '=', workspaceId)
    .where('user.active', '=', true)
    .orderBy(sql`lower("user".name)`)
    .orderBy('user.id');

type Row = Awaited<ReturnType<ReturnType<typeof selectSchedules>['execute']>>[number];

const toSchedule = (row: Row): Schedule => ({
  user: { id: row.id, name: row.name },
  calendar:
    row.calendar_id === null ? null : { id: row.calendar_id, name: row.calendar_name ?? '' },
  zone: row.zone,
  week: row.week as Schedule['week'],
});
