import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { placesIn } from '../rules/marks.ts';
import type { FoundOrganization, FoundPerson } from '../schema.ts';
import type { CardHit } from './find-cards.ts';

type PersonLine = {
  id: string;
  name: string;
  organization_id: string | null;
  organization: string | null;
  contacts: { id: string; kind: string; value: string }[] | null;
};

const mostContacts = 20;

/** Cards of the workspace in the order given, with the places of what was found. */
export async function showCards(
  db: Reader,
  workspaceId: string,
  hits: readonly CardHit[],
): Promise<(FoundPerson | FoundOrganization)[]> {
  const idsOf = (kind: CardHit['kind']) =>
    hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const [people, organizations] = await Promise.all([
    readPeople(db, workspaceId, idsOf('person')),
    readOrganizations(db, workspaceId, idsOf('organization')),
  ]);
  return hits.flatMap((hit): (FoundPerson | FoundOrganization)[] => {
    const person = people.get(hit.id);
    const organization = organizations.get(hit.id);
    if (hit.kind === 'person') {
      return person ? [foundPerson(person, hit)] : [];
    }
    return organization ? [foundOrganization(organization, hit)] : [];
  });
}

function foundPerson(line: PersonLine, { parts }: CardHit): FoundPerson {
  return {
    kind: 'person',
    id: line.id,
    name: line.name,
    nameMarks: placesIn(line.name, parts),
    organization:
      line.organization_id === null
        ? null
        : { id: line.organization_id, name: line.organization ?? '' },
    contacts: (line.contacts ?? []).map(({ id, kind, value }) => ({
      id,
      kind,
      value,
      marks: placesIn(value, parts),
    })),
  };
}

async function readPeople(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, PersonLine>> {
  if (ids.length === 0) {
    return new Map();
  }
  const { rows } = await sql<PersonLine>`
    select person.id, person.name, person.organization_id, organization.name as organization,
      (select json_agg(json_build_object('id', id, 'kind', kind, 'value', value)) from (
        select id, kind, value from contact where contact.workspace_id = ${workspaceId}
          and contact.person_id = person.id order by created_at limit ${mostContacts}::int) as own) as contacts
    from person left join organization on organization.workspace_id = person.workspace_id
      and organization.id = person.organization_id
    where person.workspace_id = ${workspaceId} and person.id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type OrganizationLine = { id: string; name: string; domains: string[] };

const foundOrganization = (
  { id, name, domains }: OrganizationLine,
  { parts }: CardHit,
): FoundOrganization => ({
  kind: 'organization',
  id,
  name,
  nameMarks: placesIn(name, parts),
  domains,
});

async function readOrganizations(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<Map<string, OrganizationLine>> {
  if (ids.length === 0) {
    return new Map();
  }
  const { rows } = await sql<OrganizationLine>`
    select id, name, array(select domain from organization_domain where organization_domain.workspace_id = ${workspaceId}
      and organization_domain.organization_id = organization.id order by domain limit ${mostContacts}::int) as domains
    from organization where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
