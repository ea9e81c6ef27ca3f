import { noNeeds, type FactNeeds } from '../rules/facts.ts';
import type { Condition } from './condition.ts';
import {
  groupOf,
  leavesOf,
  type ConditionField,
  type ConditionKind,
  type FieldCondition,
} from './condition-tree.ts';
import type { CompileOptions, Test } from './asking.ts';
import { testsByKind } from './field-tests.ts';
import { conditionFields, conditionOperators, slaFields } from './fields.data.ts';
import type { ConditionSubject } from './subject.ts';

/** A condition tree made ready: asked for every ticket, never read again. */
export type CompiledCondition = {
  test(subject: ConditionSubject): boolean;
  /** The conditions on fields that made it hold, in reading order; empty when it does not hold. */
  explain(subject: ConditionSubject): FieldCondition[];
  /** What has to be known before it is asked. */
  readonly needs: FactNeeds;
};

type Node = {
  readonly test: Test;
  explain(subject: ConditionSubject): FieldCondition[];
  /** What a test takes, beside a look at one field. */
  readonly cost: number;
};

/**
 * Once for a workspace and version of a setting; `test` then asks neither database nor clock. What is not a condition (a
 * field of a later release) never holds, nor does any tree it stands in: a setting that cannot be understood must not act.
 */
export function compileCondition(condition: Condition, options: CompileOptions): CompiledCondition {
  if (!leavesOf(condition).every(({ leaf }) => isKnown(leaf))) {
    return { test: () => false, explain: () => [], needs: noNeeds };
  }
  const { test, explain } = compileNode(condition, options);
  return { test, explain, needs: needsOf(condition) };
}

function compileNode(condition: Condition, options: CompileOptions): Node {
  const group = groupOf(condition);
  if (!group) {
    const leaf = condition as FieldCondition;
    const test = fieldTest(leaf, options);
    return { test, explain: (subject) => (test(subject) ? [leaf] : []), cost: costOf(leaf) };
  }
  const [word, list] = group;
  const nodes = list.map((each) => compileNode(each, options));
  const cost = nodes.reduce((sum, each) => sum + each.cost, 0);
  // A letter's words are read only where what is cheaper to ask has not decided.
  const cheapFirst = nodes.toSorted((a, b) => a.cost - b.cost).map((node) => node.test);
  const holdsAny: Test = (subject) => cheapFirst.some((test) => test(subject));
  switch (word) {
    case 'all':
      return allOf(nodes, { cheapFirst, cost });
    case 'any':
      return {
        cost,
        test: holdsAny,
        explain: (subject) => nodes.flatMap((node) => node.explain(subject)),
      };
    default:
      return {
        cost,
        test: (subject) => !holdsAny(subject),
        explain: () => [],
      };
  }
}

function allOf(
  nodes: readonly Node[],
  { cheapFirst, cost }: { readonly cheapFirst: readonly Test[]; readonly cost: number },
): Node {
  const holds: Test = (subject) => cheapFirst.every((test) => test(subject));
  const test = cheapFirst.length === 1 ? (cheapFirst[0] as Test) : holds;
  return {
    test,
    cost,
    explain: (subject) => (test(subject) ? nodes.flatMap((node) => node.explain(subject)) : []),
  };
}

const costs: Partial<Record<ConditionKind, number>> = { words: 20, own: 2, hours: 2 };
const costOf = ({ field }: FieldCondition): number => costs[conditionFields[field]] ?? 1;

const isKnown = ({ field, operator }: FieldCondition): boolean =>
  Object.hasOwn(conditionFields, field) &&
  (conditionOperators[conditionFields[field]] as readonly string[]).includes(operator);

const fieldTest = (leaf: FieldCondition, options: CompileOptions): Test =>
  testsByKind[conditionFields[leaf.field]](leaf, options);

const ofRequester: ReadonlySet<ConditionField> = new Set<ConditionField>([
  'email',
  'phone',
  'language',
  'vip',
  'branch',
]);
const ofMessage: ReadonlySet<ConditionField> = new Set<ConditionField>([
  'message',
  'text',
  'automatic',
]);

const needsOf = (condition: Condition): FactNeeds =>
  leavesOf(condition).reduce(
    (needs, { leaf }) => ({
      requester: needs.requester || ofRequester.has(leaf.field),
      message: needs.message || ofMessage.has(leaf.field),
      sla: needs.sla === true || slaFields.has(leaf.field),
      workingTime: needs.workingTime === true || leaf.field === 'workingTime',
    }),
    noNeeds,
  );

export const joinNeeds = (all: readonly FactNeeds[]): FactNeeds => ({
  requester: all.some(({ requester }) => requester),
  message: all.some(({ message }) => message),
  sla: all.some(({ sla }) => sla),
  workingTime: all.some(({ workingTime }) => workingTime),
});
