import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import type { CardTables, MovedContact } from '../card-tables.ts';
import { Merge } from '../likeness-schema.ts';
import { readPerson } from './get-person.ts';

/** What was merged into this person, the latest first. */
export const listMerges = defineQuery({
  name: 'customers.list-merges',
  permission: 'person.read',
  input: z.strictObject({ personId: id() }),
  output: z.object({ items: z.array(Merge) }),

  async run({ db, actor }, { personId }) {
    await readPerson(db, actor.workspaceId, personId);
    const rows = await selectMerges(db, actor.workspaceId)
      .where('person_merge.kept_id', '=', personId)
      .orderBy('person_merge.merged_at', 'desc')
      .limit(100)
      .execute();
    return { items: rows.map(toMerge) };
  },
});

export async function readMerge(db: Reader, workspaceId: string, mergeId: string): Promise<Merge> {
  const row = await selectMerges(db, workspaceId)
    .where('person_merge.id', '=', mergeId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'merge.not_found');
  }
  return toMerge(row);
}

const nameOf = (column: string) =>
  sql<string>`(select name from person where person.workspace_id = person_merge.workspace_id
    and person.id = ${sql.ref(`person_merge.${column}`)})`;

const selectMerges = (db: Reader, workspaceId: string) =>
  db
    .withTables<CardTables>()
    .selectFrom('person_merge')
    .select(['id', 'kept_id', 'merged_id', 'merged_at', 'merged_by', 'undone_at'])
    .select([
      nameOf('kept_id').as('kept_name'),
      nameOf('merged_id').as('merged_name'),
      sql<MovedContact[]>`moved->'contacts'`.as('contacts'),
    ])
    .where('person_merge.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selectMerges>['execute']>>[number];

const toMerge = (row: Row): Merge => ({
  id: row.id,
  kept: { id: row.kept_id, name: row.kept_name },
  merged: { id: row.merged_id, name: row.merged_name },
  contacts: row.contacts.map(({ kind, value }) => ({ kind, value })),
  mergedAt: row.merged_at.toISOString(),
  mergedBy: row.merged_by,
  undoneAt: row.undone_at?.toISOString() ?? null,
});
