import { sql, type Selectable } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { Template, TemplateTables } from '../schema.ts';

type NameTables = { team: { workspace_id: string; id: string; name: string } };

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

type Row = Selectable<TemplateTables['template']> & { team_name: string | null };

export const toTemplate = (row: Row): Template => ({
  id: row.id,
  name: row.name,
  text: textsOf(row),
  team: row.team_id === null ? null : { id: row.team_id, name: row.team_name ?? '' },
  tags: row.tags,
  uses: row.uses,
  version: row.version,
});

export const textsOf = (row: Selectable<TemplateTables['template']>) => ({
  ru: row.body_ru === null ? null : { body: row.body_ru, html: row.html_ru },
  en: row.body_en === null ? null : { body: row.body_en, html: row.html_en },
});
