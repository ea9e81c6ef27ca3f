import type { ConditionField, ConditionKind } from './condition-tree.ts';
import { conditionChoices, conditionFields, conditionOperators } from './fields.data.ts';

type Limits = {
  readonly maxConditions: number;
  readonly maxValues: number;
  readonly maxValueLength: number;
};
type Part = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema of a condition tree: the groups, and a condition on a field with what each kind of field is compared by and with, so
 * that whoever builds requests from the description alone builds such as are taken. The kinds are said by `if` and `then`: thirty
 * alternatives would become thirty nameless types of a generated client. No `additionalProperties`, so that it is the same asked and answered.
 */
export function describedConditions(limits: Limits): Part[] {
  return [...['all', 'any', 'none'].map((word) => group(word, limits)), onField(limits)];
}

const group = (word: string, { maxConditions }: Limits): Part => ({
  type: 'object',
  required: [word],
  properties: {
    [word]: {
      type: 'array',
      items: { $ref: '#/components/schemas/Condition' },
      maxItems: maxConditions - 1,
    },
  },
  maxProperties: 1,
});

const onField = (limits: Limits): Part => ({
  type: 'object',
  required: ['field', 'operator'],
  properties: {
    field: { type: 'string', enum: Object.keys(conditionFields) },
    operator: { type: 'string', enum: [...new Set(Object.values(conditionOperators).flat())] },
    values: { type: 'array', items: { type: 'string' }, maxItems: limits.maxValues },
    name: fieldName,
    hours,
  },
  propertyNames: { enum: ['field', 'operator', 'values', 'name', 'hours'] },
  allOf: kinds(limits),
});

function kinds(limits: Limits): Part[] {
  const names = Object.keys(conditionFields) as ConditionField[];
  const alike = Map.groupBy(names, (name) => {
    const choices = Object.hasOwn(conditionChoices, name) ? name : '';
    return `${conditionFields[name]} ${choices}`;
  });
  return [...alike.values()].flatMap((list) => compared(list, limits));
}

const bounds = ['at_least', 'at_most'];
const silent = ['empty', 'filled'];

/** Fields of one kind: by one value, by several, by none. */
function compared(names: readonly ConditionField[], limits: Limits): Part[] {
  const [first] = names as [ConditionField];
  const kind: ConditionKind = conditionFields[first];
  const operators: readonly string[] = conditionOperators[kind];
  const general = {
    operator: { enum: operators },
    ...(kind !== 'own' && { name: false }),
    ...(kind === 'hours' ? nothing : { hours: false }),
  };
  const needed = { own: ['name'], hours: ['hours'] }[kind as string] ?? [];
  const ofField = when({ field: { enum: names } }, general, needed);
  if (kind === 'hours') {
    return [ofField];
  }
  const values = (maxItems: number) => ({
    values: { type: 'array', items: valueOf(first, kind, limits), minItems: 1, maxItems },
  });
  const by = (some: readonly string[], parts: Part, required: readonly string[] = ['values']) =>
    some.length > 0
      ? [when({ field: { enum: names }, operator: { enum: some } }, parts, required)]
      : [];
  const of = (some: readonly string[]) => operators.filter((one) => some.includes(one));
  const others = operators.filter((one) => ![...bounds, ...silent].includes(one));
  return [
    ofField,
    ...by(others, values(limits.maxValues)),
    ...by(of(bounds), values(1)),
    ...by(of(silent), nothing, []),
  ];
}

const when = (found: Part, then: Part, required: readonly string[]): Part => ({
  if: { properties: found },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema, never awaited
  then: { properties: then, ...(required.length > 0 && { required }) },
});

const fieldName = { type: 'string', pattern: '^[a-zA-Z][a-zA-Z0-9_]{0,59}$' };
const timeOfDay = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
const nothing = { values: { type: 'array', maxItems: 0 } };
const hours = {
  type: 'object',
  required: ['days', 'from', 'to'],
  properties: {
    days: {
      type: 'array',
      items: { type: 'integer', minimum: 1, maximum: 7 },
      minItems: 1,
      maxItems: 7,
    },
    from: timeOfDay,
    to: timeOfDay,
  },
  propertyNames: { enum: ['days', 'from', 'to'] },
};

function valueOf(field: ConditionField, kind: ConditionKind, { maxValueLength }: Limits): Part {
  if (Object.hasOwn(conditionChoices, field)) {
    return { type: 'string', enum: conditionChoices[field as keyof typeof conditionChoices] };
  }
  switch (kind) {
    case 'ref':
    case 'calendar':
      return { type: 'string', format: 'uuid' };
    case 'minutes':
      return { type: 'string', pattern: '^\\d{1,6}$' };
    default:
      return {
        type: 'string',
        minLength: 1,
        maxLength: maxValueLength,
        pattern: '^[^\\u0000]*[^\\s\\u0000][^\\u0000]*$',
      };
  }
}
