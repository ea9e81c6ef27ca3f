import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import type { CardTables } from '../card-tables.ts';
import { LegalEntity } from '../schema.ts';

/** As whom our own company signs and pays. Those of a customer come with its organization. */
export const listOwnLegalEntities = defineQuery({
  name: 'customers.list-own-legal-entities',
  permission: 'person.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(LegalEntity) }),

  async run({ db, actor }) {
    const rows = await db
      .withTables<CardTables>()
      .selectFrom('legal_entity')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('organization_id', 'is', null)
      .orderBy('created_at')
      .orderBy('id')
      .limit(200)
      .execute();
    return { items: rows.map(toEntity) };
  },
});

export const toEntity = (row: CardTables['legal_entity']): LegalEntity => ({
  id: row.id,
  organizationId: row.organization_id,
  kind: row.kind,
  name: row.name,
  inn: row.inn,
  kpp: row.kpp,
  ogrn: row.ogrn,
  address: row.address,
  version: row.version,
});
