import { sql } from 'kysely';
import type { Database, Reader } from '../../../../kernel/database.ts';
import { listWorkspaces, readWorkspace } from '../../../identity/public.ts';
import { isOfType, type OwnFields } from '../../../tickets/public.ts';
import { defaultSettings, type PublicForm, type StoredForm } from '../schema.ts';
import { selectForms } from './select-forms.ts';

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

export type FormSource = {
  readonly db: Database;
  /** Own fields of a company, by whoever keeps them. */
  readonly ownFields: (db: Reader, workspaceId: string) => Promise<OwnFields>;
};

/** A form by its public address, in use or not; null when there is none. */
export async function findForm(
  { db, ownFields }: FormSource,
  ref: string,
): Promise<PublicForm | null> {
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
  const found = await db.read(workspace.id, async (reader) => {
    const row = await selectForms(reader, workspace.id)
      .where('form.slug', '=', slug)
      .executeTakeFirst();
    const set = { ...defaultSettings, ...row?.settings };
    const fields = () => ownFields(reader, workspace.id);
    return row && { ...row, ...set, ...(await readAsked(reader, workspace.id, set, fields)) };
  });
  if (!found) {
    return null;
  }
  const { id: channelId, settings: _stored, ownFields: _named, ...form } = found;
  return { ...form, channelId, workspaceId: workspace.id, company: workspace.name, ref };
}

/** The own fields that a form asks, as they are now. Most forms ask none: then nothing is read. */
async function readAsked(
  reader: Reader,
  workspaceId: string,
  { ownFields: asked, type }: Required<StoredForm>,
  fields: () => Promise<OwnFields>,
): Promise<Pick<PublicForm, 'own' | 'home'>> {
  if (asked.length === 0) {
    return { own: [], home: 'en' };
  }
  const { known } = await fields();
  const own = asked.flatMap(({ name, required }) => {
    const field = known.get(name);
    return field && isOfType(field, type) ? [{ field, required }] : [];
  });
  return { own, home: (await readWorkspace(reader, workspaceId)).locale };
}
