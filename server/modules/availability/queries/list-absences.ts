import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { Absence } from '../schema.ts';
import { selectAbsences, toAbsence } from './read-absences.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** What is on and planned, the soonest first; or what is over, the latest first. */
export const listAbsences = defineQuery({
  name: 'availability.list-absences',
  permission: 'user.read',
  input: z.strictObject({
    ...pageInput,
    user: id().optional(),
    over: z.enum(['true', 'false']).default('false'),
  }),
  output: pageOf(Absence),

  async run({ db, actor }, { limit, after, user, over }) {
    const isOver = over === 'true';
    const direction = isOver ? 'desc' : 'asc';
    let query = selectAbsences(db, actor.workspaceId)
      .where('absence.state', isOver ? '=' : '<>', 'over')
      .orderBy('absence.starts_at', direction)
      .orderBy('absence.id', direction)
      .limit(limit + 1);
    if (user !== undefined) {
      query = query.where('absence.user_id', '=', user);
    }
    if (after !== undefined) {
      const [startsAt, last] = decodeCursor(after, Cursor);
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('absence.starts_at', 'absence.id'),
          isOver ? '<' : '>',
          tuple(new Date(startsAt), last),
        ),
      );
    }
    return toPage(await query.execute(), limit, {
      item: (row) => toAbsence(row, actor),
      cursor: (row) => [row.starts_at.toISOString(), row.id],
    });
  },
});
