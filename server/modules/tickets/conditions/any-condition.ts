import fc from 'fast-check';
import type { Condition } from './condition.ts';
import type { ConditionField, FieldCondition } from './condition-tree.ts';
import { conditionChoices, conditionFields, conditionOperators } from './fields.data.ts';

/** What conditions and tickets of tests may hold beside the words that the product knows: few of each, so that they meet. */
export type Said = {
  readonly ids: readonly string[];
  readonly words: readonly string[];
  readonly own: readonly string[];
};

const one = <T>(values: readonly T[]) => fc.constantFrom(...values);

/** Any condition tree that the API takes. */
export function anyCondition(said: Said): fc.Arbitrary<Condition> {
  const { leaf, tree } = fc.letrec<{ leaf: FieldCondition; tree: Condition }>((tie) => ({
    leaf: one(Object.keys(conditionFields) as ConditionField[]).chain((field) =>
      one(conditionOperators[conditionFields[field]]).chain((operator) =>
        anyLeaf({ field, operator }, said),
      ),
    ),
    tree: fc.oneof(
      { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
      { arbitrary: tie('leaf'), weight: 3 },
      {
        arbitrary: fc
          .tuple(one(['all', 'any', 'none'] as const), fc.array(tie('tree'), { maxLength: 3 }))
          .map(([word, list]) => ({ [word]: list }) as unknown as Condition),
        weight: 2,
      },
    ),
  }));
  return fc.oneof(leaf, tree);
}

type Bare = Pick<FieldCondition, 'field' | 'operator'>;

function anyLeaf(bare: Bare, said: Said): fc.Arbitrary<FieldCondition> {
  const { field, operator } = bare;
  const kind = conditionFields[field];
  const named = { ...bare, ...(kind === 'own' && { name: 'sum' }) };
  if (operator === 'empty' || operator === 'filled') {
    return fc.constant(named);
  }
  if (kind === 'hours') {
    const hours = { days: [1, 2, 7], from: '20:00', to: '10:00' };
    return fc.constant({ ...named, hours });
  }
  const isBound = operator === 'at_least' || operator === 'at_most';
  const values = fc.array(one(valuesOf(bare, said)), { minLength: 1, maxLength: isBound ? 1 : 3 });
  return values.map((list) => ({ ...named, values: list }));
}

function valuesOf({ field, operator }: Bare, { ids, words, own }: Said): readonly string[] {
  const kind = conditionFields[field];
  if (kind === 'ref' || kind === 'calendar') {
    return ids;
  }
  if (kind === 'minutes') {
    return ['0', '90', '100000'];
  }
  if (kind === 'own') {
    return operator === 'at_least' || operator === 'at_most' ? ['5', '2026-11-02'] : own;
  }
  if (field === 'channel') {
    return ['email', 'form', 'api'];
  }
  return Object.hasOwn(conditionChoices, field)
    ? conditionChoices[field as keyof typeof conditionChoices]
    : words;
}
