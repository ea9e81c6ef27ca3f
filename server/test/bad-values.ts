import { z } from 'zod';

type Schema = {
  type?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  required?: string[];
  additionalProperties?: unknown;
};

/** Something that the field at `path` must refuse, and say so by its name. */
export type BadValue = {
  readonly path: readonly (string | number)[];
  readonly value: unknown;
  readonly why: string;
};

/** What must be refused of every field of an input, told from its own schema. */
export function badValues(input: z.ZodType, { inQuery = false } = {}): BadValue[] {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const byField = Object.entries(schema.properties ?? {}).flatMap(([field, part]) =>
    badOf(part, [field], { definitions: schema.$defs ?? {}, inQuery }),
  );
  const absent = (schema.required ?? []).map((field) => ({
    path: [field],
    value: undefined,
    why: 'absent',
  }));
  return [...byField, ...absent];
}

type Path = readonly (string | number)[];
type Definitions = Record<string, Schema>;
type Where = { readonly definitions: Definitions; readonly inQuery: boolean };

function badOf(schema: Schema, path: Path, where: Where): BadValue[] {
  const variants = variantsOf(schema, where.definitions);
  if (variants.some(({ type }) => type === undefined)) {
    return [];
  }
  // A value that a free text among the variants takes is no bad value for the others.
  const only = variants.length === 1 ? variants[0] : undefined;
  return [
    ...wronglyTyped(variants, path, where),
    ...(variants.every(({ type }) => type === 'string') ? badTexts(variants, path, where) : []),
    ...(only ? badInside(only, path, where) : []),
  ];
}

function badInside(schema: Schema, path: Path, where: Where): BadValue[] {
  switch (schema.type) {
    case 'integer':
    case 'number':
      return badNumbers(schema, path);
    case 'array':
      return schema.items ? badOf(schema.items, [...path, 0], where) : [];
    case 'object':
      return badParts(schema, path, where);
    default:
      return [];
  }
}

/** In a query string everything is text, so any text will do where no kind of it is asked for. */
function wronglyTyped(variants: readonly Schema[], path: Path, { inQuery }: Where): BadValue[] {
  const takesAnyText = inQuery && variants.some((one) => one.type === 'string' && !isOfKind(one));
  const types = new Set(variants.map(({ type }) => type));
  return takesAnyText ? [] : [{ path, value: wrongFor(types), why: 'of a wrong type' }];
}

function badParts(schema: Schema, path: Path, where: Where): BadValue[] {
  const parts = Object.entries(schema.properties ?? {});
  const bad = parts.flatMap(([field, part]) => badOf(part, [...path, field], where));
  return schema.additionalProperties === false
    ? [...bad, { path: [...path, 'surprise'], value: 1, why: 'unknown' }]
    : bad;
}

function variantsOf(schema: Schema, definitions: Definitions): Schema[] {
  if (schema.$ref) {
    return variantsOf(definitions[schema.$ref.replace('#/$defs/', '')] ?? {}, definitions);
  }
  const all = (schema.anyOf ?? [schema]).flatMap((each) =>
    each === schema ? [each] : variantsOf(each, definitions),
  );
  return all.filter(({ type }) => type !== 'null');
}

function wrongFor(types: ReadonlySet<string | undefined>): unknown {
  if (!types.has('object')) {
    return { nonsense: 1 };
  }
  return types.has('string') ? 12 : 'nonsense';
}

const isOfKind = ({ enum: listed, const: fixed, format }: Schema) =>
  (listed ?? fixed ?? format) !== undefined;

function badTexts(variants: readonly Schema[], path: Path, { inQuery }: Where): BadValue[] {
  const longest = Math.max(...variants.map(({ maxLength }) => maxLength ?? 0));
  const bounded = longest || 500_000;
  return [
    { path, value: 'a'.repeat(bounded + 1), why: 'too long' },
    { path, value: 'a\0b', why: 'with NUL' },
    // An address cannot carry half a character at all.
    ...(inQuery ? [] : [{ path, value: 'a\ud800b', why: 'with half a character' }]),
    { path, value: `\u202e${' '.repeat(3)}\0`, why: 'with NUL at its end' },
    ...(variants.every(isOfKind) ? [{ path, value: 'nonsense', why: 'not of its kind' }] : []),
  ];
}

function badNumbers({ minimum, maximum, type }: Schema, path: Path): BadValue[] {
  const wrong: [unknown, string][] = [['nonsense', 'no number']];
  if (minimum !== undefined) {
    wrong.push([minimum - 1, 'too small']);
  }
  if (maximum !== undefined) {
    wrong.push([maximum + 1, 'too big']);
  }
  if (type === 'integer') {
    wrong.push([1.5, 'a fraction'], [1e300, 'beyond counting']);
  }
  return wrong.map(([value, why]) => ({ path, value, why }));
}

/** `body` with a value put in at `path`; what stands on the way is made. `undefined` takes it out. */
export function withValue(body: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value;
  }
  if (typeof step === 'number') {
    const list = Array.isArray(body) ? [...(body as unknown[])] : [];
    list[step] = withValue(list[step], rest, value);
    return list;
  }
  const object: Record<string, unknown> =
    typeof body === 'object' && body !== null ? { ...body } : {};
  const inner = withValue(object[step], rest, value);
  if (inner === undefined) {
    const { [step]: _gone, ...others } = object;
    return others;
  }
  return { ...object, [step]: inner };
}

/** Every id in a body, by where it stands. */
export function idsIn(body: unknown, path: Path = []): { path: Path; id: string }[] {
  if (typeof body === 'string') {
    return /^[0-9a-f-]{36}$/.test(body) ? [{ path, id: body }] : [];
  }
  if (Array.isArray(body)) {
    return body.flatMap((part, index) => idsIn(part, [...path, index]));
  }
  return typeof body === 'object' && body !== null
    ? Object.entries(body).flatMap(([field, part]) => idsIn(part, [...path, field]))
    : [];
}
