import type { Reader } from '../../../kernel/database.ts';
import type { RuleDefinition } from '../schema.ts';
import type { RuleTables } from '../tables.ts';

export async function findVersion(
  db: Reader,
  workspaceId: string,
  { ruleId, version }: { ruleId: string; version: number },
): Promise<RuleDefinition | null> {
  const row = await db
    .withTables<RuleTables>()
    .selectFrom('rule_version')
    .select('definition')
    .where('workspace_id', '=', workspaceId)
    .where('rule_id', '=', ruleId)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.definition ?? null;
}
