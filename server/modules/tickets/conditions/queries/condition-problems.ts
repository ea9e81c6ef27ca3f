import { z } from 'zod';
import { sql } from 'kysely';
import type { Reader } from '../../../../kernel/database.ts';
import type { Condition } from '../condition.ts';
import { leavesOf, type ConditionField, type FieldCondition } from '../condition-tree.ts';
import { conditionFields } from '../fields.data.ts';

/** What a condition names and the workspace does not have (any more): said where it stands, never thrown. */
export const ConditionProblem = z
  .object({
    /** As in the tree: `all.0.values.1`. */
    path: z.string(),
    code: z.enum(['gone', 'inactive']),
  })
  .meta({ id: 'ConditionProblem' });
export type ConditionProblem = z.infer<typeof ConditionProblem>;

const tables: Partial<Record<ConditionField, string>> = {
  ownStatus: 'own_status',
  category: 'category',
  team: 'team',
  assignee: 'user_account',
  requester: 'person',
  organization: 'organization',
  branch: 'branch',
  mailbox: 'channel',
  slaPolicy: 'sla_policy',
  workingTime: 'calendar',
};

export type NamedThing = { readonly name: string; readonly inactive: boolean };
/** `field id` → what it is called. */
export type ConditionNames = ReadonlyMap<string, NamedThing>;

const namesThings = (field: ConditionField): boolean =>
  conditionFields[field] === 'ref' || conditionFields[field] === 'calendar';

/** Where a condition names somebody or something by id. */
const namingLeaves = (conditions: readonly Condition[]): FieldCondition[] =>
  conditions
    .flatMap((condition) => leavesOf(condition).map(({ leaf }) => leaf))
    .filter(({ field }) => namesThings(field));

/** What the things that conditions name are called now, in one turn. */
export async function readConditionNames(
  db: Reader,
  workspaceId: string,
  conditions: readonly Condition[],
): Promise<ConditionNames> {
  const wanted = Map.groupBy(namingLeaves(conditions), ({ field }) => field);
  const parts = [...wanted].flatMap(([field, leaves]) => {
    const table = tables[field];
    const ids = leaves.flatMap(({ values = [] }) => values);
    return table && ids.length > 0 ? [namesFrom({ field, table, ids }, workspaceId)] : [];
  });
  if (parts.length === 0) {
    return new Map();
  }
  const { rows } = await sql<{ field: string; id: string; name: string; inactive: boolean }>`
    ${sql.join(parts, sql` union all `)}`.execute(db);
  return new Map(rows.map(({ field, id, ...named }) => [`${field} ${id}`, named]));
}

type Naming = { readonly field: string; readonly table: string; readonly ids: readonly string[] };

function namesFrom({ field, table, ids }: Naming, workspaceId: string) {
  const inactive =
    { user_account: sql`not active`, category: sql`archived`, own_status: sql`retired` }[table] ??
    sql`false`;
  return sql`select ${field}::text as field, id, name, ${inactive} as inactive from ${sql.table(table)}
    where workspace_id = ${workspaceId} and id = any(${sql.val(ids)}::uuid[])`;
}

export async function findConditionProblems(
  db: Reader,
  workspaceId: string,
  condition: Condition,
): Promise<ConditionProblem[]> {
  const names = await readConditionNames(db, workspaceId, [condition]);
  return problemsIn(condition, names);
}

/** The same with names at hand. */
export function problemsIn(condition: Condition, names: ConditionNames): ConditionProblem[] {
  return leavesOf(condition).flatMap(({ leaf, path }) => {
    if (!namesThings(leaf.field)) {
      return [];
    }
    return (leaf.values ?? []).flatMap((id, at) => {
      const known = names.get(`${leaf.field} ${id.toLowerCase()}`);
      if (known && !known.inactive) {
        return [];
      }
      const code = known ? ('inactive' as const) : ('gone' as const);
      return [{ path: [...path, 'values', at].join('.'), code }];
    });
  });
}

/** A condition that held, as the history keeps it: what it named keeps the name it had. */
export type SaidCondition = Pick<FieldCondition, 'field' | 'operator' | 'name' | 'hours'> & {
  readonly values: readonly string[];
};

export const saidCondition = (leaf: FieldCondition, names: ConditionNames): SaidCondition => ({
  ...leaf,
  values: (leaf.values ?? []).map((value) =>
    namesThings(leaf.field)
      ? (names.get(`${leaf.field} ${value.toLowerCase()}`)?.name ?? value)
      : value,
  ),
});
