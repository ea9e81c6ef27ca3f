import type { Reader } from '../../../kernel/database.ts';
import type { ApplicationRow, OAuthTables } from '../oauth-tables.ts';

export async function readApplication(
  db: Reader,
  workspaceId: string,
  provider: string,
): Promise<ApplicationRow | undefined> {
  return db
    .withTables<OAuthTables>()
    .selectFrom('oauth_application')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('provider', '=', provider as ApplicationRow['provider'])
    .executeTakeFirst();
}
