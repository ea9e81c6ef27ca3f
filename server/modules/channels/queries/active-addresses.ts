import { sql } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import type { ChannelTables } from '../schema.ts';

/** Addresses in lower case, as they are compared. */
export async function activeAddresses(db: Reader, workspaceId: string) {
  return db
    .withTables<ChannelTables>()
    .selectFrom('channel')
    .select(['id', 'built_in as builtIn', sql<string>`lower(address)`.as('address')])
    .where('workspace_id', '=', workspaceId)
    .where('address', 'is not', null)
    .where('active', '=', true)
    .execute();
}
