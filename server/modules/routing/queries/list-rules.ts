import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { problemsIn, readConditionNames, type ConditionProblem } from '../../tickets/public.ts';
import { RoutingRule, type RuleDefinition } from '../schema.ts';
import { readIds, readRuleRows, storedOf } from './read-routing.ts';

type Shown = z.infer<typeof RoutingRule>;

/** In the order in which they are asked. */
export const listRoutingRules = defineQuery({
  name: 'routing.list-routing-rules',
  permission: 'routing.change',
  input: z.strictObject({}),
  output: z.object({ items: z.array(RoutingRule), next: z.null() }),
  run: async ({ db, actor }) => ({ items: await readRules(db, actor.workspaceId), next: null }),
});

export async function findRule(db: Reader, workspaceId: string, id: string): Promise<Shown> {
  const rule = (await readRules(db, workspaceId)).find((each) => each.id === id);
  if (!rule) {
    throw new Refusal('not_found', 'routing_rule.not_found');
  }
  return rule;
}

async function readRules(db: Reader, workspaceId: string): Promise<Shown[]> {
  const rows = await readRuleRows(db, workspaceId);
  const conditions = rows.map(({ condition }) => condition);
  const names = await readConditionNames(db, workspaceId, conditions);
  const known = new Set([
    ...(await readIds(db, workspaceId, 'team')),
    ...(await readIds(db, workspaceId, 'skill')),
  ]);
  const { rows: queues } = await sql<{ rule_id: string; n: number }>`
    select rule_id, count(*)::int as n from routing_place
    where workspace_id = ${workspaceId} and waiting_since is not null group by rule_id`.execute(db);
  const waiting = new Map(queues.map(({ rule_id: id, n }) => [id, n]));
  return rows.map((row) => ({
    ...storedOf(row),
    version: row.version,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by_name,
    problems: [
      ...problemsIn(row.condition, names).map(({ path, code }) => ({
        path: ['condition', path].filter(Boolean).join('.'),
        code,
      })),
      ...goneIn(row, known),
    ],
    waiting: waiting.get(row.id) ?? 0,
  }));
}

/** Teams and skills that are not there any more. */
function goneIn(
  { steps, skills }: Pick<RuleDefinition, 'steps' | 'skills'>,
  known: ReadonlySet<string>,
): ConditionProblem[] {
  const places = [
    ...steps.map(({ teamId }, at) => ({ id: teamId, path: `steps.${at}` })),
    ...skills.map(({ skillId }, at) => ({ id: skillId, path: `skills.${at}` })),
  ];
  return places
    .filter(({ id }) => !known.has(id))
    .map(({ path }) => ({ path, code: 'gone' as const }));
}
