import { sql, type Selectable } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { fileCard, type FileCard } from '../../tickets/public.ts';
import type { Template, TemplateTables } from '../schema.ts';

type NameTables = { team: { workspace_id: string; id: string; name: string } };

const filesOfTemplate = sql<StoredCard[]>`coalesce((
  select jsonb_agg(jsonb_build_object('id', file.id, 'name', file.name, 'contentType', file.content_type,
      'size', file.size) order by template_file.position)
  from template_file join file on file.workspace_id = template_file.workspace_id and file.id = template_file.file_id
  where template_file.workspace_id = template.workspace_id and template_file.template_id = template.id), '[]')`;

/** Templates with the names of their teams: everybody's, those of the actor's teams, and all to who keeps them. */
export function selectTemplates(db: Reader, actor: Actor, { usable = false } = {}) {
  const all = actor.permissions.has('template.change') && !usable;
  return db
    .withTables<TemplateTables & NameTables>()
    .selectFrom('template')
    .leftJoin('team', (join) =>
      join
        .onRef('team.workspace_id', '=', 'template.workspace_id')
        .onRef('team.id', '=', 'template.team_id'),
    )
    .selectAll('template')
    .select(['team.name as team_name'])
    .select(sql<string>`lower(template.name)`.as('name_key'))
    .select(filesOfTemplate.as('files'))
    .where('template.workspace_id', '=', actor.workspaceId)
    .$if(!all, (query) =>
      query.where(
        sql<boolean>`(template.team_id is null or template.team_id = any(${sql.val(actor.teamIds)}::uuid[]))`,
      ),
    );
}

export async function readTemplate(db: Reader, actor: Actor, id: string): Promise<Template> {
  const row = await selectTemplates(db, actor).where('template.id', '=', id).executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'template.not_found');
  }
  return toTemplate(row);
}

type StoredCard = Pick<FileCard, 'id' | 'name' | 'contentType' | 'size'>;
type Row = Selectable<TemplateTables['template']> & {
  team_name: string | null;
  files: StoredCard[];
};

export const toTemplate = (row: Row): Template => ({
  id: row.id,
  name: row.name,
  text: textsOf(row),
  team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
  tags: row.tags,
  types: row.types,
  files: row.files.map((file) => fileCard({ ...file, inline: false })),
  uses: row.uses,
  createdAt: row.created_at.toISOString(),
  lastUsedAt: row.last_used_at?.toISOString() ?? null,
  changedAt: row.changed_at.toISOString(),
  version: row.version,
});

export const textsOf = (row: Selectable<TemplateTables['template']>) => ({
  ru: row.body_ru === null ? null : { body: row.body_ru, html: row.html_ru },
  en: row.body_en === null ? null : { body: row.body_en, html: row.html_en },
});
