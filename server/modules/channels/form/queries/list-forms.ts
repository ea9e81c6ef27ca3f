import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { id } from '../../../../kernel/text.ts';
import { defaultSettings, Form } from '../schema.ts';
import { formWords } from '../words.data.ts';
import { refOf, readHome, type Home } from './find-form.ts';
import { selectForms } from './select-forms.ts';

export const listForms = defineQuery({
  name: 'channels.list-forms',
  permission: 'channel.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Form), next: z.string().nullable() }),
  async run({ db, actor }) {
    const home = await readHome(db, actor.workspaceId);
    const rows = await selectNamedForms(db, actor.workspaceId)
      .orderBy('channel.created_at')
      .execute();
    return { items: rows.map((row) => toForm(row, home)), next: null };
  },
});

export const getForm = defineQuery({
  name: 'channels.get-form',
  permission: 'channel.read',
  input: z.strictObject({ formId: id() }),
  output: Form,
  run: ({ db, actor }, { formId }) => readForm(db, actor.workspaceId, formId),
});

export async function readForm(db: Reader, workspaceId: string, formId: string): Promise<Form> {
  const row = await selectNamedForms(db, workspaceId)
    .where('channel.id', '=', formId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'form.not_found');
  }
  return toForm(row, await readHome(db, workspaceId));
}

const selectNamedForms = (db: Reader, workspaceId: string) =>
  selectForms(db, workspaceId).select([
    'channel.name',
    'channel.version',
    'form.slug',
    sql<string | null>`(select name from team where team.workspace_id = form.workspace_id
      and team.id = channel.team_id)`.as('teamName'),
    sql<string | null>`(select name from category where category.workspace_id = form.workspace_id
      and category.id = form.category_id)`.as('categoryName'),
  ]);

type Row = Awaited<ReturnType<ReturnType<typeof selectNamedForms>['execute']>>[number];

function toForm(row: Row, home: Home): Form {
  const ref = refOf(home, row.slug);
  return {
    ...defaultSettings,
    ...row.settings,
    id: row.id,
    name: row.name,
    slug: row.slug,
    ref,
    path: `/forms/${ref}`,
    active: row.active,
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? '' },
    category: row.categoryId === null ? null : { id: row.categoryId, name: row.categoryName ?? '' },
    defaultTexts: { ru: formWords.ru.defaults, en: formWords.en.defaults },
    version: row.version,
  };
}
