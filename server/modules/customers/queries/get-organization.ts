import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import type { CardTables } from '../card-tables.ts';
import { Organization, type Branch, type LegalEntity } from '../schema.ts';

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
    .withTables<CardTables>()
    .selectFrom('organization')
    .select(['id', 'name', 'note', 'version', 'created_at as createdAt'])
    .select([
      sql<string[]>`coalesce((select json_agg(d.domain order by d.domain) from organization_domain d
        where d.workspace_id = organization.workspace_id and d.organization_id = organization.id), '[]')`.as(
        'domains',
      ),
      sql<number>`(select count(*) from person where person.workspace_id = organization.workspace_id
        and person.organization_id = organization.id and person.merged_into_id is null)`.as(
        'people',
      ),
      legalEntitiesOf().as('legalEntities'),
      sql<
        Branch[]
      >`coalesce((select json_agg(json_build_object('id', b.id, 'organizationId', b.organization_id,
        'name', b.name, 'address', b.address, 'timeZone', b.time_zone, 'version', b.version) order by b.created_at, b.id)
        from branch b where b.workspace_id = organization.workspace_id and b.organization_id = organization.id), '[]')`.as(
        'branches',
      ),
    ])
    .where('organization.workspace_id', '=', workspaceId);
}

function legalEntitiesOf() {
  return sql<
    LegalEntity[]
  >`coalesce((select json_agg(json_build_object('id', e.id, 'organizationId', e.organization_id,
    'kind', e.kind, 'name', e.name, 'inn', e.inn, 'kpp', e.kpp, 'ogrn', e.ogrn, 'address', e.address,
    'version', e.version) order by e.created_at, e.id)
    from legal_entity e where e.workspace_id = organization.workspace_id and e.organization_id = organization.id), '[]')`;
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOrganizations>['execute']>>[number];

export const toOrganization = (row: Row): Organization => ({
  ...row,
  inn: row.legalEntities[0]?.inn ?? null,
  createdAt: row.createdAt.toISOString(),
});
