import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, text } from '../../../kernel/text.ts';
import { Calendar } from '../schema.ts';
import { readCalendar, readTeams, selectCalendars, toCalendar } from './read-calendars.ts';

const Cursor = z.tuple([text({ max: 500 }), z.uuid()]);

export const listCalendars = defineQuery({
  name: 'calendars.list',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(Calendar),

  async run({ db, actor }, { limit, after }) {
    let query = selectCalendars(db, actor.workspaceId)
      .orderBy(sql`lower(name)`)
      .orderBy('id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, last] = decodeCursor(after, Cursor);
      query = query.where(sql<boolean>`(lower(name), id) > (${name}, ${last}::uuid)`);
    }
    const rows = await query.execute();
    const teams = await readTeams(db, actor.workspaceId);
    return toPage(rows, limit, {
      item: (row) => toCalendar(row, teams),
      cursor: (row) => [row.name_key, row.id],
    });
  },
});

export const getCalendar = defineQuery({
  name: 'calendars.get',
  permission: 'ticket.read',
  input: z.strictObject({ calendarId: id() }),
  output: Calendar,
  run: ({ db, actor }, { calendarId }) => readCalendar(db, actor.workspaceId, calendarId),
});
