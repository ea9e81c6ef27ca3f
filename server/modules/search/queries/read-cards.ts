import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';

export type CardText = {
  readonly kind: 'person' | 'organization';
  readonly id: string;
  readonly at: Date;
  readonly name: string;
  readonly points: readonly string[];
};

type Row = { id: string; created_at: Date; name: string; points: string[] | null };

export async function readPeopleTexts(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<CardText[]> {
  const { rows } = await sql<Row>`
    select id, created_at, name, (select array_agg(point) from (select unnest(array[value, normalized]) as point
        from contact where contact.workspace_id = ${workspaceId} and contact.person_id = person.id limit 60) as own) as points
    from person where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])
      and merged_into_id is null`.execute(db);
  return rows.map((row) => card('person', row));
}

export async function readOrganizationTexts(
  db: Reader,
  workspaceId: string,
  ids: readonly string[],
): Promise<CardText[]> {
  const { rows } = await sql<Row>`
    select id, created_at, name, (select array_agg(domain) from (select domain from organization_domain
        where organization_domain.workspace_id = ${workspaceId}
          and organization_domain.organization_id = organization.id limit 60) as own)
        || (select array_agg(word) from (select unnest(array[name, inn, ogrn]) as word from legal_entity
        where legal_entity.workspace_id = ${workspaceId} and legal_entity.organization_id = organization.id limit 60) as own
        where word is not null) as points
    from organization where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`.execute(
    db,
  );
  return rows.map((row) => card('organization', row));
}

const card = (kind: CardText['kind'], { id, created_at: at, name, points }: Row): CardText => ({
  kind,
  id,
  at,
  name,
  points: [...new Set(points ?? [])],
});
