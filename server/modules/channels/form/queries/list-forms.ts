import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../../kernel/database.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { defineQuery } from '../../../../kernel/queries.ts';
import { id } from '../../../../kernel/text.ts';
import type { ChannelTables } from '../../schema.ts';
import { defaultSettings, Form, type FormTables } from '../schema.ts';
import { formWords } from '../words.data.ts';
import { refOf, readHome, type Home } from './find-form.ts';

export const listForms = defineQuery({
  name: 'channels.list-forms',
  permission: 'channel.read',
  input: z.strictObject({}),
  output: z.object({ items: z.array(Form), next: z.string().nullable() }),
  async run({ db, actor }) {
    const home = await readHome(db, actor.workspaceId);
    const rows = await selectForms(db, actor.workspaceId).orderBy('channel.created_at').execute();
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
  const row = await selectForms(db, workspaceId)
    .where('channel.id', '=', formId)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'form.not_found');
  }
  return toForm(row, await readHome(db, workspaceId));
}

function selectForms(db: Reader, workspaceId: string) {
  return db
    .withTables<ChannelTables & FormTables>()
    .selectFrom('form')
    .innerJoin('channel', (join) =>
      join
        .onRef('channel.workspace_id', '=', 'form.workspace_id')
        .onRef('channel.id', '=', 'form.channel_id'),
    )
    .select([
      'channel.id',
      'channel.name',
      'channel.active',
      'channel.version',
      'channel.team_id as teamId',
      'form.slug',
      'form.category_id as categoryId',
      'form.settings',
      sql<string | null>`(select name from team where team.workspace_id = form.workspace_id
        and team.id = channel.team_id)`.as('teamName'),
      sql<string | null>`(select name from category where category.workspace_id = form.workspace_id
        and category.id = form.category_id)`.as('categoryName'),
    ])
    .where('form.workspace_id', '=', workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectForms>['execute']>>[number];

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
