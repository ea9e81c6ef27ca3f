import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { workspace, workspaceSettings, type Workspace } from '../schema.ts';
import type { AllTables } from '../tables.ts';

export const getWorkspace = defineQuery({
  name: 'get-workspace',
  permission: 'self',
  input: z.strictObject({}),
  output: workspace,
  run: ({ db, actor }) => readWorkspace(db, actor.workspaceId),
});

export async function readWorkspace(db: Reader, workspaceId: string): Promise<Workspace> {
  const row = await db
    .withTables<AllTables>()
    .selectFrom('workspace')
    .selectAll()
    .where('id', '=', workspaceId)
    .executeTakeFirstOrThrow();
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
