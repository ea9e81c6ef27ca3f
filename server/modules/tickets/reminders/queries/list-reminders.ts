import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import type { WorkTables } from '../../work-tables.ts';
import { Reminder, withTickets } from '../read-reminders.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** One's own, the next one first; what is done has left the list. */
export const listReminders = defineQuery({
  name: 'tickets.list-reminders',
  permission: 'ticket.read',
  input: z.strictObject(pageInput),
  output: pageOf(Reminder),

  async run({ db, actor }, { limit, after }) {
    let query = db
      .withTables<WorkTables>()
      .selectFrom('reminder')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('user_id', '=', actor.id)
      .where('done_at', 'is', null);
    if (after) {
      const [at, lastId] = decodeCursor(after, Cursor);
      query = query.where(sql<boolean>`(at, id) > (${at}::timestamptz, ${lastId}::uuid)`);
    }
    const rows = await query
      .orderBy('at')
      .orderBy('id')
      .limit(limit + 1)
      .execute();
    const shown = await withTickets(db, actor.workspaceId, rows);
    return toPage(shown, limit, {
      item: (reminder) => reminder,
      cursor: (reminder) => [reminder.at, reminder.id],
    });
  },
});
