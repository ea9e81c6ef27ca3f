import {
  kinds,
  operators,
  type Condition,
  type FieldCondition,
  type GroupWord,
  type KnownField,
} from './fields.data.ts';

export type Group = { readonly word: GroupWord; readonly list: readonly Condition[] };

/** Place in the tree, as the server names it (`all.0.values`), to what is wrong there. */
export type ConditionErrors = Readonly<Record<string, string>>;

/** What a refusal says of the condition, each by its place in the tree. */
export const errorsOfCondition = (fields: Readonly<Record<string, string>>): ConditionErrors =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([at]) => at === 'condition' || at.startsWith('condition.'))
      .map(([at, words]) => [at.replace(/^condition\.?/, ''), words]),
  );

/** Whether it holds for every ticket, so that nothing needs to be said of it. */
export function isOfAll(condition: Condition): boolean {
  const group = groupOf(condition);
  return group !== null && group.word !== 'any' && group.list.length === 0;
}

export const groupWords: readonly GroupWord[] = ['all', 'any', 'none'];

export function groupOf(condition: Condition): Group | null {
  for (const word of groupWords) {
    if (word in condition) {
      return { word, list: (condition as Record<string, Condition[]>)[word] ?? [] };
    }
  }
  return null;
}

/** The conditions on fields of a tree. */
export function leavesOf(condition: Condition): FieldCondition[] {
  const group = groupOf(condition);
  return group ? group.list.flatMap(leavesOf) : [condition as FieldCondition];
}

export const groupWith = ({ word, list }: Group): Condition =>
  ({ [word]: list }) as unknown as Condition;

/** A lone condition, as others may have saved one, is a group of one here. */
export const rootOf = (condition: Condition): Group =>
  groupOf(condition) ?? { word: 'all', list: [condition] };

export const everything: Condition = { all: [] };

/** Another field begins with its first way of comparing and nothing to compare with. */
export function conditionOn(field: KnownField): FieldCondition {
  const operator = operators[kinds[field]][0] ?? 'in';
  return kinds[field] === 'hours'
    ? { field, operator, hours: { days: [1, 2, 3, 4, 5], from: '18:00', to: '09:00' } }
    : { field, operator, values: [] };
}

const bare = (operator: FieldCondition['operator']) =>
  operator === 'empty' || operator === 'filled';

export function withOperator(
  leaf: FieldCondition,
  operator: FieldCondition['operator'],
): FieldCondition {
  const { values, ...rest } = leaf;
  if (bare(operator)) {
    return { ...rest, operator };
  }
  if (leaf.hours) {
    return { ...rest, operator };
  }
  const isOne = operator === 'at_least' || operator === 'at_most';
  return { ...rest, operator, values: isOne ? (values ?? []).slice(0, 1) : (values ?? []) };
}

/** Whether every condition says what it compares with; only such a tree is worth asking for. */
export function isComplete(condition: Condition): boolean {
  const group = groupOf(condition);
  if (group) {
    return group.list.every(isComplete);
  }
  const { operator, values, hours, field, name } = condition as FieldCondition;
  const hasName = field !== 'own' || Boolean(name);
  return hasName && (bare(operator) || (values?.length ?? 0) > 0 || (hours?.days.length ?? 0) > 0);
}
