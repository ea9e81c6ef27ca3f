import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, line, text } from '../../../kernel/text.ts';
import { countryFor } from '../countries.ts';
import { foundBy } from './found-by.ts';
import { normalizeContact } from '../rules.ts';
import { Person } from '../schema.ts';
import { selectPeople, toPerson } from './get-person.ts';

const Cursor = z.tuple([text({ max: 300 }), z.uuid()]);

export const listPeople = defineQuery({
  name: 'customers.list-people',
  permission: 'person.read',
  input: z.strictObject({
    ...pageInput,
    q: line({ max: 200 }).optional(),
    email: line({ max: 320 }).optional(),
    phone: line({ max: 40 }).optional(),
    organization: id().optional(),
  }),
  output: pageOf(Person),

  async run({ db, actor }, { limit, after, q, email, phone, organization }) {
    let query = selectPeople(db, actor.workspaceId).where('person.merged_into_id', 'is', null);
    if (organization) {
      query = query.where('person.organization_id', '=', organization);
    }
    for (const [kind, value] of [
      ['email', email],
      ['phone', phone],
    ] as const) {
      if (value !== undefined) {
        const country = await countryFor({ tx: db, actor }, kind);
        const normalized = normalizeContact(kind, value, country) ?? value;
        query = query.where(
          sql<boolean>`person.id in (select person_id from contact where contact.workspace_id = ${actor.workspaceId}
            and contact.kind = ${kind} and contact.normalized = ${normalized})`,
        );
      }
    }
    if (q) {
      query = query.where(foundBy(actor.workspaceId, q));
    }
    if (after) {
      const [name, lastId] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(person.name), person.id) > (${name}, ${lastId}::uuid)`,
      );
    }
    // Lower case as the database sees it: another rule here would skip people between pages.
    const rows = await query
      .select(sql<string>`lower(person.name)`.as('sortName'))
      .orderBy(sql`lower(person.name)`)
      .orderBy('person.id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, { item: toPerson, cursor: (row) => [row.sortName, row.id] });
  },
});
