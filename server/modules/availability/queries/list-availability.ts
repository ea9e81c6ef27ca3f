import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { text } from '../../../kernel/text.ts';
import { compileAvailability, type Availabilities } from '../deciding/compile-availability.ts';
import { UserAvailability } from '../schema.ts';
import type { NameTables } from '../tables.ts';
import { readAvailabilitySettings } from './read-settings.ts';

const Cursor = z.tuple([text({ max: 1_000 }), z.uuid()]);

/** Everybody who works here, by name, as they are now. */
export const listAvailability = defineQuery({
  name: 'availability.list',
  permission: 'user.read',
  input: z.strictObject(pageInput),
  output: pageOf(UserAvailability),

  async run({ db, actor: { workspaceId }, now }, { limit, after }) {
    let query = db
      .withTables<NameTables>()
      .selectFrom('user_account')
      .select(['id', sql<string>`lower(name)`.as('name_key')])
      .where('workspace_id', '=', workspaceId)
      .where('active', '=', true)
      .orderBy(sql`lower(name)`)
      .orderBy('id')
      .limit(limit + 1);
    if (after !== undefined) {
      const [name, last] = decodeCursor(after, Cursor);
      query = query.where(sql<boolean>`(lower(name), id) > (${name}, ${last}::uuid)`);
    }
    const known = compileAvailability(await readAvailabilitySettings(db, workspaceId));
    return toPage(await query.execute(), limit, {
      item: ({ id }) => shown(known, id, now),
      cursor: (row) => [row.name_key, row.id],
    });
  },
});

function shown(known: Availabilities, userId: string, now: Date): UserAvailability {
  const { state, until, substituteId, onDuty } = known.of(userId, now);
  return {
    user: { id: userId, name: known.nameOf(userId) },
    state,
    until: until?.toISOString() ?? null,
    lastDay: known.absenceOf(userId, now)?.absence.lastDay ?? null,
    substitute:
      substituteId === null ? null : { id: substituteId, name: known.nameOf(substituteId) },
    onDuty,
  };
}
