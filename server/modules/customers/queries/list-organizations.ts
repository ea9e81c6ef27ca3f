import { sql } from 'kysely';
import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { line, text } from '../../../kernel/text.ts';
import { Organization } from '../schema.ts';
import { selectOrganizations, toOrganization } from './get-organization.ts';

const Cursor = z.tuple([text({ max: 300 }), z.uuid()]);

export const listOrganizations = defineQuery({
  name: 'customers.list-organizations',
  permission: 'person.read',
  input: z.strictObject({ ...pageInput, q: line({ max: 200 }).optional() }),
  output: pageOf(Organization),

  async run({ db, actor }, { limit, after, q }) {
    let query = selectOrganizations(db, actor.workspaceId);
    if (q) {
      query = query.where(
        sql<boolean>`lower(organization.name) like ${`%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`,
      );
    }
    if (after) {
      const [name, lastId] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(organization.name), organization.id) > (${name}, ${lastId}::uuid)`,
      );
    }
    // Lower case as the database sees it: another rule here would skip people between pages.
    const rows = await query
      .select(sql<string>`lower(organization.name)`.as('sortName'))
      .orderBy(sql`lower(organization.name)`)
      .orderBy('organization.id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: toOrganization,
      cursor: (row) => [row.sortName, row.id],
    });
  },
});
