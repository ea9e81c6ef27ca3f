import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { Duplicate, DuplicatePair } from '../likeness-schema.ts';
import type { Likeness } from '../matching/likeness.ts';
import type { MatchingTables } from '../matching/matching-tables.ts';
import { readPeople, readPerson } from './get-person.ts';

const Cursor = z.tuple([z.int(), z.uuid(), z.uuid()]);

const turned = (reasons: readonly Likeness[]): Likeness[] =>
  reasons.map(({ code, own, other }) => ({ code, own: other, other: own }));

/** Possible duplicates of the whole workspace, the surest first. */
export const listDuplicates = defineQuery({
  name: 'customers.list-duplicates',
  permission: 'person.read',
  input: z.strictObject(pageInput),
  output: pageOf(DuplicatePair),

  async run({ db, actor }, { limit, after }) {
    let query = pairsIn(db, actor.workspaceId).where('state', '=', 'open');
    if (after) {
      const [strength, low, high] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(strength, low_id, high_id) < (${strength}::smallint, ${low}::uuid, ${high}::uuid)`,
      );
    }
    const rows = await query
      .orderBy('strength', 'desc')
      .orderBy('low_id', 'desc')
      .orderBy('high_id', 'desc')
      .limit(limit + 1)
      .execute();
    const people = await readPeople(
      db,
      actor.workspaceId,
      rows.flatMap(({ low_id, high_id }) => [low_id, high_id]),
    );
    const page = toPage(rows, limit, {
      item: (row) => row,
      cursor: (row) => [row.strength, row.low_id, row.high_id],
    });
    return {
      next: page.next,
      items: page.items.flatMap(({ low_id, high_id, reasons, strength, found_at }) => {
        const [person, other] = [people.get(low_id), people.get(high_id)];
        return person && other
          ? [{ person, other, reasons, strength, foundAt: found_at.toISOString() }]
          : [];
      }),
    };
  },
});

/** Who may be the same as this person, and whom somebody said they are not. */
export const listDuplicatesOf = defineQuery({
  name: 'customers.list-duplicates-of',
  permission: 'person.read',
  input: z.strictObject({ personId: id() }),
  output: z.object({ items: z.array(Duplicate) }),

  async run({ db, actor }, { personId }) {
    await readPerson(db, actor.workspaceId, personId);
    const rows = await pairsIn(db, actor.workspaceId)
      .where((either) =>
        either.or([either('low_id', '=', personId), either('high_id', '=', personId)]),
      )
      .orderBy('strength', 'desc')
      .limit(50)
      .execute();
    const people = await readPeople(
      db,
      actor.workspaceId,
      rows.map((row) => otherOf(row, personId)),
    );
    return {
      items: rows.flatMap((row) => {
        const person = people.get(otherOf(row, personId));
        const reasons = row.low_id === personId ? row.reasons : turned(row.reasons);
        const isMerged = person?.mergedInto !== null;
        return person && !isMerged
          ? [{ person, reasons, strength: row.strength, different: row.state === 'different' }]
          : [];
      }),
    };
  },
});

const otherOf = (row: { low_id: string; high_id: string }, personId: string) =>
  row.low_id === personId ? row.high_id : row.low_id;

const pairsIn = (db: Reader, workspaceId: string) =>
  db
    .withTables<MatchingTables>()
    .selectFrom('person_duplicate')
    .selectAll()
    .where('workspace_id', '=', workspaceId);
