import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { Organization, type CustomerTables } from '../schema.ts';

export const getOrganization = defineQuery({
  name: 'customers.get-organization',
  permission: 'person.read',
  input: z.strictObject({ organizationId: id() }),
  output: Organization,
  run: ({ db, actor }, { organizationId }) =>
    readOrganization(db, actor.workspaceId, organizationId),
});

export async function readOrganization(db: Reader, workspaceId: string, organizationId: string) {
  const row = await selectOrganizations(db, workspaceId)
    .where('organization.id', '=', organizationId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'organization.not_found');
  }
  return toOrganization(row);
}

export function selectOrganizations(db: Reader, workspaceId: string) {
  return db
    .withTables<CustomerTables>()
    .selectFrom('organization')
    .select(['id', 'name', 'inn', 'note', 'version', 'created_at as createdAt'])
    .select([
      sql<string[]>`coalesce((select json_agg(d.domain order by d.domain) from organization_domain d
        where d.workspace_id = organization.workspace_id and d.organization_id = organization.id), '[]')`.as(
        'domains',
      ),
      sql<number>`(select count(*) from person where person.workspace_id = organization.workspace_id
        and person.organization_id = organization.id)`.as('people'),
    ])
    .where('organization.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOrganizations>['execute']>>[number];

export const toOrganization = (row: Row): Organization => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
});
