import { z } from 'zod';
import { isStorable } from '../../../kernel/text.ts';
import {
  groupOf,
  type Condition as Tree,
  type ConditionField,
  type ConditionHours,
  type ConditionKind,
  type FieldCondition,
} from './condition-tree.ts';
import { describedConditions } from './described-conditions.ts';
import { conditionChoices, conditionFields, conditionOperators } from './fields.data.ts';

export type Condition = Tree;

export const maxDepth = 5;
export const maxConditions = 60;
const maxValues = 50;
const maxValueLength = 200;

type Problem = { readonly path: (string | number)[]; readonly message: string };
type Path = Problem['path'];

/**
 * Everything that is wrong with the shape of a condition tree, each where it is. By hand, because a recursive schema
 * would follow a hostile body as deep as it goes and name no place in a union.
 */
export function shapeProblems(given: unknown): Problem[] {
  const problems: Problem[] = [];
  let count = 0;
  const say = (path: Path, message: string) => void problems.push({ path, message });

  function look(node: unknown, path: Path, depth: number): void {
    count += 1;
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      say(path, 'not_condition');
      return;
    }
    const group = groupOf(node as Condition);
    if (!group) {
      lookAtField(node as Record<string, unknown>, path, say);
    } else if (Object.keys(node).length > 1) {
      say(path, 'not_condition');
    } else if (depth >= maxDepth) {
      say(path, 'too_deep');
    } else {
      lookAtAll(group, path, depth);
    }
  }

  function lookAtAll([word, list]: [string, readonly unknown[]], path: Path, depth: number): void {
    if (count + list.length > maxConditions) {
      count = maxConditions;
      say(path, 'too_many');
      return;
    }
    list.forEach((each, at) => look(each, [...path, word, at], depth + 1));
  }

  look(given, [], 0);
  return problems;
}

type Say = (path: Path, message: string) => void;
const parts = new Set(['field', 'operator', 'values', 'name', 'hours']);

function lookAtField(node: Record<string, unknown>, path: Path, say: Say): void {
  const { field, operator } = node;
  Object.keys(node)
    .filter((key) => !parts.has(key))
    .forEach((key) => say([...path, key], 'unknown'));
  if (typeof field !== 'string' || !Object.hasOwn(conditionFields, field)) {
    say([...path, 'field'], field === undefined ? 'required' : 'not_allowed');
    return;
  }
  const kind: ConditionKind = conditionFields[field as ConditionField];
  if (!(conditionOperators[kind] as readonly unknown[]).includes(operator)) {
    say([...path, 'operator'], operator === undefined ? 'required' : 'not_allowed');
    return;
  }
  if ((kind === 'own') !== isFieldName(node['name'])) {
    say([...path, 'name'], kind === 'own' ? 'not_field_name' : 'unknown');
  }
  if (kind === 'hours') {
    lookAtHours(node['hours'], [...path, 'hours'], say);
    mustBeNothing(node['values'], [...path, 'values'], say);
  } else {
    mustBeNothing(node['hours'], [...path, 'hours'], say);
    lookAtValues(node as FieldCondition, path, say);
  }
}

const isFieldName = (name: unknown): boolean =>
  typeof name === 'string' && /^[a-zA-Z][a-zA-Z0-9_]{0,59}$/.test(name);

/** Not there, or an empty list. */
function mustBeNothing(given: unknown, path: Path, say: Say): void {
  const isNothing = given === undefined || (Array.isArray(given) && given.length === 0);
  if (!isNothing) {
    say(path, 'unknown');
  }
}

const takesNothing = (operator: unknown): boolean => operator === 'empty' || operator === 'filled';

function lookAtValues({ field, operator, values }: FieldCondition, path: Path, say: Say): void {
  const at = [...path, 'values'];
  if (takesNothing(operator)) {
    mustBeNothing(values, at, say);
    return;
  }
  if (!Array.isArray(values) || values.length === 0) {
    say(at, 'required');
    return;
  }
  const isOne = operator === 'at_least' || operator === 'at_most';
  if (values.length > (isOne ? 1 : maxValues)) {
    say(at, 'too_long');
    return;
  }
  values.forEach((value: unknown, index) => {
    const code = valueProblem({ field, operator }, value);
    if (code) {
      say([...at, index], code);
    }
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function valueProblem(
  { field, operator }: Pick<FieldCondition, 'field' | 'operator'>,
  value: unknown,
): string | null {
  if (typeof value !== 'string' || value.trim() === '') {
    return 'required';
  }
  if (value.length > maxValueLength) {
    return 'too_long';
  }
  return isStorable(value) ? knownProblem({ field, operator }, value) : 'not_text';
}

type Shape = { readonly code: string; test(value: string): boolean };
const named: Shape = { code: 'not_uuid', test: (value) => uuid.test(value) };
const shapes: Partial<Record<ConditionKind, Shape>> = {
  ref: named,
  calendar: named,
  minutes: { code: 'not_number', test: (value) => /^\d{1,6}$/.test(value) },
};

function knownProblem(
  { field, operator }: Pick<FieldCondition, 'field' | 'operator'>,
  value: string,
): string | null {
  const kind: ConditionKind = conditionFields[field];
  const isRead = shapes[kind];
  if (isRead) {
    return isRead.test(value) ? null : isRead.code;
  }
  if (Object.hasOwn(conditionChoices, field)) {
    const known: readonly string[] = conditionChoices[field as keyof typeof conditionChoices];
    return known.includes(value) ? null : 'not_allowed';
  }
  const isBound = kind === 'own' && (operator === 'at_least' || operator === 'at_most');
  return isBound && !isOrdered(value) ? 'not_number' : null;
}

/** A number, or a date as fields hold it. */
const isOrdered = (value: string): boolean =>
  Number.isFinite(Number(value)) || /^\d{4}-\d\d-\d\d/.test(value);

const areDays = (given: unknown): boolean =>
  Array.isArray(given) &&
  given.length > 0 &&
  given.length <= 7 &&
  given.every((day: unknown) => Number.isInteger(day) && Number(day) >= 1 && Number(day) <= 7);

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

function lookAtHours(given: unknown, path: Path, say: Say): void {
  const isRecord = typeof given === 'object' && given !== null && !Array.isArray(given);
  const { days, from, to, ...others } = (isRecord ? given : {}) as Partial<ConditionHours>;
  Object.keys(others).forEach((key) => say([...path, key], 'unknown'));
  if (!areDays(days)) {
    say([...path, 'days'], 'required');
  }
  for (const [name, value] of Object.entries({ from, to })) {
    if (typeof value !== 'string' || !timeOfDay.test(value)) {
      say([...path, name], 'not_time');
    }
  }
}

/** The type of the API; its JSON Schema is said by hand since it refers to itself. */
export const Condition: z.ZodType<Condition> = z
  .custom<Condition>()
  .check((payload) => {
    for (const { path, message } of shapeProblems(payload.value)) {
      payload.issues.push({ code: 'custom', path, message, input: payload.value });
    }
  })
  .meta({
    id: 'Condition',
    description: `A tree of at most ${maxConditions} conditions, ${maxDepth} deep.`,
    anyOf: describedConditions({ maxConditions, maxValues, maxValueLength }),
  });
