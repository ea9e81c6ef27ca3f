import { sql } from 'kysely';
import { z } from 'zod';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { decodeCursor, pageInput, pageOf, toPage } from '../../../kernel/pages.ts';
import { defineQuery } from '../../../kernel/queries.ts';
import { problemsOf, type RuleNames } from '../deciding/compile-rules.ts';
import { Rule } from '../schema.ts';
import { readRuleNames, selectRules, storedOf, type RuleRow } from './read-rules.ts';

const Cursor = z.tuple([z.int(), z.uuid()]);

/** In the order in which they act. */
export const listRules = defineQuery({
  name: 'rules.list',
  permission: 'rule.change',
  input: z.strictObject(pageInput),
  output: pageOf(Rule),
  async run({ db, actor: { workspaceId }, now }, { limit, after }) {
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
    return { ...page, items: await toRules(db, { workspaceId, now }, page.items) };
  },
});

export async function findRule(
  db: Reader,
  asked: { workspaceId: string; now: Date },
  id: string,
): Promise<Rule> {
  const rows = await selectRules(db, asked.workspaceId).where('id', '=', id).execute();
  const [rule] = await toRules(db, asked, rows);
  if (!rule) {
    throw new Refusal('not_found', 'rule.not_found');
  }
  return rule;
}

type Numbers = {
  rule_id: string;
  total: number;
  recent: number;
  last_at: Date | null;
  failed: number;
};

async function toRules(
  db: Reader,
  { workspaceId, now }: { workspaceId: string; now: Date },
  rows: readonly RuleRow[],
): Promise<Rule[]> {
  const names = await readRuleNames(db, workspaceId, rows);
  const month = new Date(now.getTime() - 30 * 86_400_000);
  const { rows: numbers } = await sql<Numbers>`
    select rule.id as rule_id, coalesce(used.total, 0)::int as total, coalesce(used.recent, 0)::int as recent, used.last_at,
      (select count(*)::int from rule_effect effect where effect.workspace_id = ${workspaceId}
        and effect.state = 'failed' and effect.rule_id = rule.id) as failed
    from rule left join lateral (
      select sum(n) as total, sum(n) filter (where at > ${month}) as recent, max(at) as last_at
      from rule_use where workspace_id = ${workspaceId} and rule_id = rule.id
    ) used on true
    where rule.workspace_id = ${workspaceId} and rule.id = any(${sql.val(rows.map(({ id }) => id))}::uuid[])`.execute(
    db,
  );
  const byId = new Map(numbers.map((each) => [each.rule_id, each]));
  return rows.map((row) => toRule(row, { names, numbers: byId.get(row.id) }));
}

function toRule(
  row: RuleRow,
  { names, numbers }: { names: RuleNames; numbers: Numbers | undefined },
): Rule {
  const stored = storedOf(row);
  return {
    ...stored,
    changedAt: row.changed_at.toISOString(),
    changedBy: row.changed_by_name,
    problems: problemsOf(stored, names),
    uses: {
      total: numbers?.total ?? 0,
      last30Days: numbers?.recent ?? 0,
      lastAt: numbers?.last_at?.toISOString() ?? null,
    },
    failedEffects: numbers?.failed ?? 0,
  };
}
