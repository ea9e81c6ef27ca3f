import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { preparedRead } from '../../../kernel/prepared.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { workspace, workspaceSettings, type Workspace } from '../schema.ts';
import type { AllTables } from '../tables.ts';

const workspaceById = preparedRead<{ workspaceId: string }, Selectable<AllTables['workspace']>>(
  (db, slot) =>
    db
      .withTables<AllTables>()
      .selectFrom('workspace')
      .selectAll()
      .where('id', '=', slot.workspaceId)
      .compile(),
  { workspaceId: 'uuid' },
);

export const getWorkspace = defineQuery({
  name: 'get-workspace',
  permission: 'self',
  input: z.strictObject({}),
  output: workspace,
  run: ({ db, actor }) => readWorkspace(db, actor.workspaceId),
});

export async function readWorkspace(db: Reader, workspaceId: string): Promise<Workspace> {
  const [row] = await workspaceById.all(db, { workspaceId });
  if (!row) {
    throw new Error('there is no such workspace');
  }
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    locale: row.locale as 'ru' | 'en',
    timeZone: row.time_zone,
    ...workspaceSettings(row.settings),
    version: row.version,
  };
}
