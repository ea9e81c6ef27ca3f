import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import type { CardTables } from '../card-tables.ts';
import { timeOfDay } from '../card.ts';
import { Person } from '../schema.ts';

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
    .withTables<CardTables>()
    .selectFrom('person')
    .leftJoin('organization', (join) =>
      join
        .onRef('organization.workspace_id', '=', 'person.workspace_id')
        .onRef('organization.id', '=', 'person.organization_id'),
    )
    .leftJoin('branch', (join) =>
      join
        .onRef('branch.workspace_id', '=', 'person.workspace_id')
        .onRef('branch.id', '=', 'person.branch_id'),
    )
    .leftJoin('person as survivor', (join) =>
      join
        .onRef('survivor.workspace_id', '=', 'person.workspace_id')
        .onRef('survivor.id', '=', 'person.merged_into_id'),
    )
    .select([
      'person.id',
      'person.name',
      'person.organization_id as organizationId',
      'organization.name as organizationName',
      'person.locale',
      'person.note',
      'person.vip',
      'person.vip_level as vipLevel',
      'person.branch_id as branchId',
      'branch.name as branchName',
      'person.favourite_channel as favouriteChannel',
      'person.time_zone as timeZone',
      'person.quiet_from as quietFrom',
      'person.quiet_to as quietTo',
      'person.merged_into_id as mergedIntoId',
      'survivor.name as mergedIntoName',
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

export function toPerson(row: Row): Person {
  const named = (of: string | null, name: string | null) =>
    of ? { id: of, name: name ?? '' } : null;
  const { quietFrom, quietTo } = row;
  return {
    id: row.id,
    name: row.name,
    organization: named(row.organizationId, row.organizationName),
    branch: named(row.branchId, row.branchName),
    contacts: row.contacts,
    locale: row.locale,
    note: row.note,
    vip: row.vip,
    vipLevel: row.vipLevel,
    favouriteChannel: row.favouriteChannel,
    timeZone: row.timeZone,
    quietHours:
      quietFrom === null || quietTo === null
        ? null
        : { from: timeOfDay(quietFrom), to: timeOfDay(quietTo) },
    mergedInto: named(row.mergedIntoId, row.mergedIntoName),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
  };
}

/** By id, in no order. */
export async function readPeople(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await selectPeople(db, workspaceId)
    .where('person.id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, toPerson(row)]));
}

/** For queries of other modules about somebody: who is not there is not found. */
export async function requirePersonHere(
  db: Reader,
  { workspaceId }: { readonly workspaceId: string },
  personId: string,
): Promise<void> {
  await readPerson(db, workspaceId, personId);
}
