import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import type { RuleTables } from '../tables.ts';

export async function requireRule(db: Reader, workspaceId: string, id: string): Promise<void> {
  const row = await db
    .withTables<RuleTables>()
    .selectFrom('rule')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) {
    throw new Refusal('not_found', 'rule.not_found');
  }
}
