import { sql, type Selectable } from 'kysely';
import type { Reader } from '../../../kernel/database.ts';
import { readConditionNames } from '../../tickets/public.ts';
import { namedIn } from '../deciding/action-problems.ts';
import type { RuleNames, StoredRule } from '../deciding/compile-rules.ts';
import type { RuleAction } from '../schema.ts';
import type { RuleTables } from '../tables.ts';

export type RuleRow = Selectable<RuleTables['rule']>;

/** In the order in which they act. */
export const selectRules = (db: Reader, workspaceId: string) =>
  db
    .withTables<RuleTables>()
    .selectFrom('rule')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .orderBy('position')
    .orderBy('id');

export const storedOf = (row: RuleRow): StoredRule => ({
  id: row.id,
  name: row.name,
  enabled: row.enabled,
  trigger: row.trigger,
  condition: row.condition,
  actions: row.actions,
  version: row.version,
});

/** What rules name, and whether it is there. */
export async function readRuleNames(
  db: Reader,
  workspaceId: string,
  rules: readonly Pick<StoredRule, 'condition' | 'actions'>[],
): Promise<RuleNames> {
  return {
    conditions: await readConditionNames(
      db,
      workspaceId,
      rules.map(({ condition }) => condition),
    ),
    actions: await readActionNames(
      db,
      workspaceId,
      rules.flatMap(({ actions }) => actions),
    ),
  };
}

const from = {
  team: sql`select 'team' as kind, id, true as active from team`,
  category: sql`select 'category' as kind, id, not archived as active from category`,
  assignee: sql`select 'assignee' as kind, id, active from user_account`,
  template: sql`select 'template' as kind, id, true as active from template`,
  rule: sql`select 'rule' as kind, id, enabled as active from rule`,
} as const;

async function readActionNames(db: Reader, workspaceId: string, actions: readonly RuleAction[]) {
  const named = Map.groupBy(actions.flatMap(namedIn), ({ kind }) => kind);
  const parts = [...named].map(
    ([kind, list]) =>
      sql`(${from[kind as keyof typeof from]} where workspace_id = ${workspaceId}
        and id = any(${sql.val(list.map(({ id }) => id))}::uuid[]))`,
  );
  if (parts.length === 0) {
    return new Map();
  }
  const { rows } = await sql<{ kind: string; id: string; active: boolean }>`
    ${sql.join(parts, sql` union all `)}`.execute(db);
  return new Map(
    rows.map(({ kind, id, active }) => [
      `${kind} ${id}`,
      active ? ('active' as const) : ('inactive' as const),
    ]),
  );
}
