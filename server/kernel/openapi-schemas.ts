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
  const whole = liftReferences(converted) as JsonSchema & { $defs?: Record<string, JsonSchema> };
  for (const [name, definition] of Object.entries(whole.$defs ?? {})) {
    schemas[name] = simplify(definition, io);
  }
  return simplify(whole.properties?.['whole'] ?? {}, io);
}

function replace(schema: object, by: JsonSchema): void {
  for (const keyword of Object.keys(schema)) {
    Reflect.deleteProperty(schema, keyword);
  }
  Object.assign(schema, by);
}

function liftReferences(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as unknown;
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
    minimum: minimum === Number.MIN_SAFE_INTEGER,
    maximum: maximum === Number.MAX_SAFE_INTEGER,
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
  const { properties, items, anyOf, allOf, additionalProperties } = schema as {
    items?: JsonSchema;
    anyOf?: JsonSchema[];
    allOf?: JsonSchema[];
  } & JsonSchema;
  const single = [items, additionalProperties].filter(
    (part): part is JsonSchema => typeof part === 'object' && part !== null,
  );
  return [...Object.values(properties ?? {}), ...(anyOf ?? []), ...(allOf ?? []), ...single];
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
