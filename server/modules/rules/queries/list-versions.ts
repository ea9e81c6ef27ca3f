import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { id, time } from '../../../kernel/text.ts';
import { RuleDefinition } from '../schema.ts';
import type { RuleTables } from '../tables.ts';
import { requireRule } from './require-rule.ts';

export const RuleVersion = z
  .object({
    version: z.int(),
    changedAt: time(),
    changedBy: z.string(),
    definition: RuleDefinition,
  })
  .meta({ id: 'RuleVersion' });

/** How the rule has been, the newest first. */
export const listVersions = defineQuery({
  name: 'rules.list-versions',
  permission: 'rule.change',
  input: z.strictObject({ ruleId: id() }),
  output: z.object({ items: z.array(RuleVersion) }),
  async run({ db, actor }, { ruleId }) {
    await requireRule(db, actor.workspaceId, ruleId);
    const rows = await db
      .withTables<RuleTables>()
      .selectFrom('rule_version')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('rule_id', '=', ruleId)
      .orderBy('version', 'desc')
      .limit(100)
      .execute();
    return {
      items: rows.map((row) => ({
        version: row.version,
        changedAt: row.changed_at.toISOString(),
        changedBy: row.changed_by_name,
        definition: row.definition,
      })),
    };
  },
});
