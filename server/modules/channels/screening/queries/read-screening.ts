import type { Reader } from '../../../../kernel/database.ts';
import { defaultPolicy } from '../default-policy.data.ts';
import type { Blocked } from '../block-list.ts';
import type { AttachmentPolicy, ScreeningTables } from '../schema.ts';

export async function readBlocked(db: Reader, workspaceId: string): Promise<Blocked[]> {
  return db
    .withTables<ScreeningTables>()
    .selectFrom('block_entry')
    .select(['id', 'kind', 'value'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('created_at')
    .execute();
}

export async function readPolicy(db: Reader, workspaceId: string): Promise<AttachmentPolicy> {
  const row = await db
    .withTables<ScreeningTables>()
    .selectFrom('attachment_policy')
    .select(['mail', 'forms', 'version'])
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row ?? defaultPolicy;
}
