import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../../kernel/pages.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { BlockEntry, type ScreeningTables } from '../schema.ts';

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

export const listBlocked = defineQuery({
  name: 'channels.list-blocked',
  permission: 'letter.read',
  input: z.strictObject(pageInput),
  output: pageOf(BlockEntry),

  async run({ db, actor }, { limit, after }) {
    let query = db
      .withTables<ScreeningTables>()
      .selectFrom('block_entry')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId);
    if (after) {
      const [at, lastId] = decodeCursor(after, Cursor);
      query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${lastId}::uuid)`);
    }
    const rows = await query
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: (row) => ({
        id: row.id,
        kind: row.kind,
        value: row.value,
        note: row.note,
        caught: row.caught,
        lastCaughtAt: row.last_caught_at?.toISOString() ?? null,
        createdBy: row.created_by_name,
        createdAt: row.created_at.toISOString(),
      }),
      cursor: (row) => [row.created_at.toISOString(), row.id],
    });
  },
});
