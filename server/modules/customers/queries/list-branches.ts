import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, line, text } from '../../../kernel/text.ts';
import type { CardTables } from '../card-tables.ts';
import { Branch, Ref, type CustomerTables } from '../schema.ts';

/** One by itself says whose it is: every second organization has a "Head office". */
const NamedBranch = Branch.extend({ organization: Ref }).meta({ id: 'NamedBranch' });

const selectBranches = (db: Reader, workspaceId: string) =>
  db
    .withTables<CardTables & CustomerTables>()
    .selectFrom('branch')
    .innerJoin('organization', (join) =>
      join
        .onRef('organization.workspace_id', '=', 'branch.workspace_id')
        .onRef('organization.id', '=', 'branch.organization_id'),
    )
    .selectAll('branch')
    .select(['organization.name as organization_name'])
    .select(sql<string>`lower(organization.name)`.as('organization_key'))
    .select(sql<string>`lower(branch.name)`.as('name_key'))
    .where('branch.workspace_id', '=', workspaceId);

type Row = Awaited<ReturnType<ReturnType<typeof selectBranches>['execute']>>[number];

const toBranch = (row: Row): z.infer<typeof NamedBranch> => ({
  id: row.id,
  organizationId: row.organization_id,
  organization: { id: row.organization_id, name: row.organization_name },
  name: row.name,
  address: row.address,
  timeZone: row.time_zone,
  version: row.version,
});

export const getBranch = defineQuery({
  name: 'customers.get-branch',
  permission: 'person.read',
  input: z.strictObject({ branchId: id() }),
  output: NamedBranch,

  async run({ db, actor }, { branchId }) {
    const row = await selectBranches(db, actor.workspaceId)
      .where('branch.id', '=', branchId)
      .executeTakeFirst();
    if (!row) {
      throw new Refusal('not_found', 'branch.not_found');
    }
    return toBranch(row);
  },
});

const Cursor = z.tuple([text({ max: 300 }), text({ max: 300 }), z.uuid()]);

/** By organization and name; each word of `q` is looked for in the branch, its address and its organization. */
export const listBranches = defineQuery({
  name: 'customers.list-branches',
  permission: 'person.read',
  input: z.strictObject({ ...pageInput, q: line({ max: 200 }).optional() }),
  output: pageOf(NamedBranch),

  async run({ db, actor }, { limit, after, q = '' }) {
    let query = selectBranches(db, actor.workspaceId);
    for (const word of q.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)) {
      const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
      query = query.where(
        sql<boolean>`(lower(branch.name) like ${like} or lower(branch.address) like ${like}
          or lower(organization.name) like ${like})`,
      );
    }
    if (after) {
      const [organization, name, lastId] = decodeCursor(after, Cursor);
      query = query.where(
        sql<boolean>`(lower(organization.name), lower(branch.name), branch.id) > (${organization}, ${name}, ${lastId}::uuid)`,
      );
    }
    const rows = await query
      .orderBy(sql`lower(organization.name)`)
      .orderBy(sql`lower(branch.name)`)
      .orderBy('branch.id')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: toBranch,
      cursor: (row) => [row.organization_key, row.name_key, row.id],
    });
  },
});
