import { z } from 'zod';
import { listedIn } from './query-list.ts';

export type JsonSchema = {
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: unknown;
  [keyword: string]: unknown;
};

/** The named ones, by name. */
export type Schemas = Record<string, unknown>;

type Direction = 'input' | 'output';

/** JSON Schema (2020-12) of a type; the named types in it become components and are referred to. */
export function schemaOf(type: z.ZodType, io: Direction, schemas: Schemas): JsonSchema {
  // Wrapped, so that a type that has a name is referred to by it and not spelt out.
  const converted = z.toJSONSchema(z.object({ whole: type }), {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const list = listedIn(zodSchema);
      if (list && io === 'input') {
        replace(jsonSchema as object, {
          type: 'array',
          items: schemaOf(list.one, io, schemas),
          minItems: 1,
          maxItems: list.max,
        });
      }
    },
  });
  const suffix = io === 'input' ? asked : '';
  const whole = liftReferences(converted, suffix) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  for (const [name, definition] of Object.entries(whole.$defs ?? {})) {
    schemas[name + suffix] = simplify(definition, io);
  }
  return simplify(whole.properties?.['whole'] ?? {}, io);
}

function replace(schema: object, by: JsonSchema): void {
  for (const keyword of Object.keys(schema)) {
    Reflect.deleteProperty(schema, keyword);
  }
  Object.assign(schema, by);
}

const references = '#/components/schemas/';

function liftReferences(schema: unknown, suffix: string): unknown {
  const text = JSON.stringify(schema);
  return JSON.parse(
    text.replaceAll(/"#\/\$defs\/([^"]+)"/g, `"${references}$1${suffix}"`),
  ) as unknown;
}

/** Until all are known, a named type that is asked for is told apart from one that is answered. */
const asked = '@asked';

/**
 * One name where asking and answering are the same, two where they differ: what may be left out of a request because it has a default
 * is always there in an answer, and a request may hold nothing unknown.
 */
export function nameDirections<Document extends { readonly components: { schemas: Schemas } }>(
  document: Document,
): Document {
  const { schemas } = document.components;
  const different = differing(schemas);
  const nameOf = (name: string) => name + (different.has(name) ? 'Input' : '');
  const text = JSON.stringify(document).replaceAll(
    new RegExp(`"((?:${references})?)(\\w+)${asked}"`, 'g'),
    (_all, path: string, name: string) => `"${path}${nameOf(name)}"`,
  );
  return JSON.parse(text) as Document;
}

/** Names of which what is asked and what is answered differ, in themselves or in what they refer to. */
function differing(schemas: Schemas): ReadonlySet<string> {
  const both = Object.keys(schemas).filter((name) => name + asked in schemas);
  const differs = new Set<string>();
  const isOther = (name: string) => {
    const text = JSON.stringify(schemas[name + asked]);
    const named = [...text.matchAll(new RegExp(`"${references}(\\w+)${asked}"`, 'g'))];
    return (
      text.replaceAll(asked, '') !== JSON.stringify(schemas[name]) ||
      named.some(([, other = '']) => differs.has(other))
    );
  };
  for (let found = true; found;) {
    const more = both.filter((name) => !differs.has(name) && isOther(name));
    more.forEach((name) => differs.add(name));
    found = more.length > 0;
  }
  return differs;
}

/** Leaves out what says nothing to a reader, and what the regular expressions of other languages do not understand. */
function simplify(schema: JsonSchema, io: Direction): JsonSchema {
  for (const part of partsOf(schema)) {
    simplify(part, io);
  }
  const { pattern, format, minimum, maximum } = schema as { pattern?: string } & JsonSchema;
  const isOutput = io === 'output';
  const superfluous = {
    id: true,
    pattern: format !== undefined || (pattern !== undefined && /\\p\{|\(\?</.test(pattern)),
    minimum: isOutput && minimum === Number.MIN_SAFE_INTEGER,
    maximum: isOutput && maximum === Number.MAX_SAFE_INTEGER,
    // Answers may gain fields; a client that refuses them would break by a release that adds one.
    additionalProperties: isOutput && schema.additionalProperties === false,
  };
  for (const [keyword, isSuperfluous] of Object.entries(superfluous)) {
    if (isSuperfluous) {
      delete schema[keyword];
    }
  }
  mergeNull(schema);
  return schema;
}

function partsOf(schema: JsonSchema): JsonSchema[] {
  const { properties, items, additionalProperties, propertyNames, ...rest } = schema;
  const several = ['anyOf', 'oneOf', 'allOf', 'prefixItems'].flatMap(
    (keyword) => (rest[keyword] ?? []) as JsonSchema[],
  );
  const single = [items, additionalProperties, propertyNames].filter(
    (part): part is JsonSchema => typeof part === 'object' && part !== null,
  );
  return [...Object.values(properties ?? {}), ...several, ...single];
}

/** `anyOf: [string, null]` reads better as `type: [string, null]`, and more generators understand it. */
function mergeNull(schema: JsonSchema): void {
  const [one, other, ...rest] = (schema['anyOf'] ?? []) as JsonSchema[];
  const isPair = one !== undefined && other?.type === 'null' && rest.length === 0;
  if (isPair && typeof one.type === 'string' && !one['enum']) {
    delete schema['anyOf'];
    Object.assign(schema, one, { type: [one.type, 'null'] });
  }
}
