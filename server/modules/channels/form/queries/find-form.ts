import { sql } from 'kysely';
import type { Database, Reader } from '../../../../kernel/database.ts';
import { listWorkspaces, readWorkspace } from '../../../identity/public.ts';
import type { ChannelTables } from '../../schema.ts';
import { defaultSettings, type FormTables, type PublicForm } from '../schema.ts';

export type Home = { readonly slug: string; readonly isOldest: boolean };

/** The addresses of the oldest company need no name of the company: most installations have one only. */
export const refOf = ({ slug: company, isOldest }: Home, slug: string): string =>
  isOldest ? slug : `${company}.${slug}`;

/** The directory of companies is readable from within any of them. */
export async function readHome(db: Reader, workspaceId: string): Promise<Home> {
  const { rows } = await sql<{ id: string }>`
    select id from workspace order by created_at, id limit 1`.execute(db);
  const { slug } = await readWorkspace(db, workspaceId);
  return { slug, isOldest: rows[0]?.id === workspaceId };
}

/** A form by its public address, in use or not; null when there is none. */
export async function findForm(db: Database, ref: string): Promise<PublicForm | null> {
  const named = /^(?:([a-z0-9][a-z0-9-]{0,62})\.)?([a-z0-9][a-z0-9-]{0,62})$/.exec(
    ref.toLowerCase(),
  );
  const [, company, slug] = named ?? [];
  if (slug === undefined) {
    return null;
  }
  const [workspace] = await listWorkspaces(
    db,
    company === undefined ? { limit: 1 } : { slug: company, limit: 1 },
  );
  if (!workspace) {
    return null;
  }
  const row = await db.read(workspace.id, (reader) =>
    reader
      .withTables<ChannelTables & FormTables>()
      .selectFrom('form')
      .innerJoin('channel', (join) =>
        join
          .onRef('channel.workspace_id', '=', 'form.workspace_id')
          .onRef('channel.id', '=', 'form.channel_id'),
      )
      .select([
        'channel.id as channelId',
        'channel.active',
        'channel.team_id as teamId',
        'form.category_id as categoryId',
        'form.settings',
      ])
      .where('form.workspace_id', '=', workspace.id)
      .where('form.slug', '=', slug)
      .executeTakeFirst(),
  );
  if (!row) {
    return null;
  }
  const { settings, ...form } = row;
  return {
    ...defaultSettings,
    ...settings,
    ...form,
    workspaceId: workspace.id,
    company: workspace.name,
    ref,
  };
}
