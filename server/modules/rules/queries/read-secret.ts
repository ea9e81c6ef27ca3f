import type { Reader } from '../../../kernel/database.ts';
import type { RuleTables } from '../tables.ts';

export async function readSecret(db: Reader, workspaceId: string): Promise<string | null> {
  const row = await db
    .withTables<RuleTables>()
    .selectFrom('rule_secret')
    .select('sealed')
    .where('workspace_id', '=', workspaceId)
    .executeTakeFirst();
  return row?.sealed ?? null;
}
