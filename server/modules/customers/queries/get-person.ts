import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import { Person, type CustomerTables } from '../schema.ts';

export const getPerson = defineQuery({
  name: 'customers.get-person',
  permission: 'person.read',
  input: z.strictObject({ personId: id() }),
  output: Person,
  run: ({ db, actor }, { personId }) => readPerson(db, actor.workspaceId, personId),
});

export async function readPerson(
  db: Reader,
  workspaceId: string,
  personId: string,
): Promise<Person> {
  const row = await selectPeople(db, workspaceId)
    .where('person.id', '=', personId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'person.not_found');
  }
  return toPerson(row);
}

export function selectPeople(db: Reader, workspaceId: string) {
  return db
    .withTables<CustomerTables>()
    .selectFrom('person')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.workspace_id', '=', 'person.workspace_id')
        .onRef('organization.id', '=', 'person.organization_id'),
    )
    .select([
      'person.id',
      'person.name',
      'person.organization_id as organizationId',
      'organization.name as organizationName',
      'person.locale',
      'person.note',
      'person.vip',
      'person.version',
      'person.created_at as createdAt',
    ])
    .select(
      sql<
        Person['contacts']
      >`coalesce((select json_agg(json_build_object('id', contact.id, 'kind', contact.kind,
        'value', contact.value) order by contact.created_at, contact.id) from contact
        where contact.workspace_id = person.workspace_id and contact.person_id = person.id), '[]')`.as(
        'contacts',
      ),
    )
    .where('person.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectPeople>['execute']>>[number];

export function toPerson({ organizationId, organizationName, createdAt, ...row }: Row): Person {
  return {
    ...row,
    organization: organizationId ? { id: organizationId, name: organizationName ?? '' } : null,
    createdAt: createdAt.toISOString(),
  };
}
