import { z } from 'zod';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
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
  input: z.strictObject({ ...pageInput, ruleId: id() }),
  output: pageOf(RuleVersion),
  async run({ db, actor }, { ruleId, limit, after }) {
    await requireRule(db, actor.workspaceId, ruleId);
    const before = after === undefined ? null : decodeCursor(after, z.tuple([z.int()]))[0];
    const rows = await db
      .withTables<RuleTables>()
      .selectFrom('rule_version')
      .selectAll()
      .where('workspace_id', '=', actor.workspaceId)
      .where('rule_id', '=', ruleId)
      .$if(before !== null, (query) => query.where('version', '<', before))
      .orderBy('version', 'desc')
      .limit(limit + 1)
      .execute();
    return toPage(rows, limit, {
      item: (row) => ({
        version: row.version,
        changedAt: row.changed_at.toISOString(),
        changedBy: row.changed_by_name,
        definition: row.definition,
      }),
      cursor: ({ version }) => [version],
    });
  },
});
