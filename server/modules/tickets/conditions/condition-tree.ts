import type { conditionFields, conditionOperators } from './fields.data.ts';

export type ConditionField = keyof typeof conditionFields;
export type ConditionKind = (typeof conditionFields)[ConditionField];
export type ConditionOperator = (typeof conditionOperators)[ConditionKind][number];

/** Part of a week in the workspace's time; `to` not after `from`: until then on the next day. ISO days, 1 is Monday. */
export type ConditionHours = {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
};

export type FieldCondition = {
  readonly field: ConditionField;
  readonly operator: ConditionOperator;
  /** Ids, words, texts or numbers as the field has them; nothing for `empty` and `filled`. */
  readonly values?: readonly string[] | undefined;
  /** Of an own field. */
  readonly name?: string | undefined;
  readonly hours?: ConditionHours | undefined;
};

/** Empty groups: `all` and `none` hold, `any` does not. */
export type Condition =
  | FieldCondition
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly none: readonly Condition[] };

export const groupOf = (condition: Condition): [string, readonly Condition[]] | null => {
  for (const word of ['all', 'any', 'none'] as const) {
    const list = (condition as Record<string, unknown>)[word];
    if (Array.isArray(list)) {
      return [word, list as Condition[]];
    }
  }
  return null;
};

type Path = (string | number)[];

/** The conditions on fields of a tree, each with its place in it. */
export function leavesOf(
  condition: Condition,
  path: Path = [],
): { readonly leaf: FieldCondition; readonly path: Path }[] {
  const group = groupOf(condition);
  return group
    ? group[1].flatMap((each, at) => leavesOf(each, [...path, group[0], at]))
    : [{ leaf: condition as FieldCondition, path }];
}
