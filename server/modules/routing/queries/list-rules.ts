import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { problemsIn, readConditionNames, type ConditionProblem } from '../../tickets/public.ts';
import { RoutingRule, type RuleDefinition } from '../schema.ts';
import { readIds, selectRules, storedOf, type RuleRow } from './read-routing.ts';

type Shown = z.infer<typeof RoutingRule>;

const Cursor = z.tuple([z.int(), z.uuid()]);

/** In the order in which they are asked. */
export const listRoutingRules = defineQuery({
  name: 'routing.list-routing-rules',
  permission: 'routing.change',
  input: z.strictObject(pageInput),
  output: pageOf(RoutingRule),
  async run({ db, actor: { workspaceId } }, { limit, after }) {
    let query = selectRules(db, workspaceId).limit(limit + 1);
    if (after !== undefined) {
      const [position, last] = decodeCursor(after, Cursor);
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('position', 'id'), '>', tuple(position, last)),
      );
    }
    const page = toPage(await query.execute(), limit, {
      item: (row) => row,
      cursor: ({ position, id }) => [position, id],
    });
    return { ...page, items: await toRules(db, workspaceId, page.items) };
  },
});

export async function findRule(db: Reader, workspaceId: string, id: string): Promise<Shown> {
  const rows = await selectRules(db, workspaceId).where('id', '=', id).execute();
  const [rule] = await toRules(db, workspaceId, rows);
  if (!rule) {
    throw new Refusal('not_found', 'routing_rule.not_found');
  }
  return rule;
}

async function toRules(
  db: Reader,
  workspaceId: string,
  rows: readonly RuleRow[],
): Promise<Shown[]> {
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
