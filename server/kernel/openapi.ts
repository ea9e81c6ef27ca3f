import { z } from 'zod';
import { actionOf, pathParameters, type Route } from './routes.ts';

type JsonSchema = {
  type?: string;
  properties?: Record<string, unknown>;
  required?: string[];
  $defs?: Record<string, unknown>;
};

export const apiPrefix = '/api/v1';

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable and dotted; made for programs.' },
    detail: { type: 'string' },
    field: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code'],
        properties: { field: { type: 'string' }, code: { type: 'string' } },
      },
    },
    retryAfterSeconds: { type: 'integer' },
  },
} as const;

/** OpenAPI 3.1 as a function of the routes: what is served is what is described. */
export function describeApi(routes: readonly Route[], version: string) {
  const schemas: Record<string, unknown> = { Problem: problem };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `${apiPrefix}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Otklik',
      version,
      description:
        'Customer requests from every channel: everything the console does, it does over this API.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { token: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'otklik_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function schemaOf(type: z.ZodType, io: 'input' | 'output', schemas: Record<string, unknown>) {
  const { $defs, ...schema } = z.toJSONSchema(type, {
    io,
    unrepresentable: 'any',
  }) as JsonSchema & {
    $schema?: string;
  };
  delete schema.$schema;
  for (const [name, definition] of Object.entries($defs ?? {})) {
    schemas[name] = liftReferences(definition);
  }
  return liftReferences(schema) as JsonSchema;
}

function liftReferences(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'),
  ) as unknown;
}

function describeRoute(route: Route, schemas: Record<string, unknown>) {
  const { name, input, permission } = actionOf(route);
  const fields = schemaOf(input, 'input', schemas);
  const inPath = new Set(pathParameters(route.path));
  const all = Object.entries(fields.properties ?? {});
  const required = new Set(fields.required);
  const asQuery = route.method === 'GET' || (route.kind === 'special' && route.takesBytes === true);
  const parameters = all
    .filter(([field]) => asQuery || inPath.has(field))
    .map(([field, schema]) => ({
      name: field,
      in: inPath.has(field) ? 'path' : 'query',
      required: inPath.has(field) || required.has(field),
      schema,
    }));
  const body = asQuery ? [] : all.filter(([field]) => !inPath.has(field));
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    'x-permission': permission,
    ...(permission === 'public' && { security: [] }),
    parameters: route.method === 'GET' ? parameters : [...parameters, idempotencyKey],
    ...(body.length > 0 && { requestBody: jsonBody(body, required, fields) }),
    ...(route.kind === 'special' && route.takesBytes && { requestBody: bytes }),
    responses: responsesOf(route, schemas, inPath.size > 0),
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const bytes = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

function jsonBody(
  fields: [string, unknown][],
  required: Set<string>,
  whole: JsonSchema & { additionalProperties?: unknown },
) {
  const needed = fields.map(([field]) => field).filter((field) => required.has(field));
  return {
    required: needed.length > 0,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          properties: Object.fromEntries(fields),
          ...(needed.length > 0 && { required: needed }),
          ...(whole.additionalProperties === false && { additionalProperties: false }),
        },
      },
    },
  };
}

function responsesOf(route: Route, schemas: Record<string, unknown>, hasPath: boolean) {
  const output = route.kind === 'special' ? route.output : route.action.output;
  const contentType = route.kind === 'special' ? route.contentType : undefined;
  const refusal = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  const isPublic = route.kind === 'special' && route.permission === 'public';
  return {
    [route.status]: {
      description: route.summary,
      ...(route.status !== 204 && {
        content: output
          ? { 'application/json': { schema: schemaOf(output, 'output', schemas) } }
          : { [contentType ?? 'application/octet-stream']: { schema: { type: 'string' } } },
      }),
    },
    400: refusal('The request is not valid; `errors` names the fields.'),
    ...(!isPublic && { 401: refusal('Nobody is signed in.'), 403: refusal('Not permitted.') }),
    ...(hasPath && { 404: refusal('There is no such thing in this workspace.') }),
    ...(route.method !== 'GET' && {
      409: refusal('Changed meanwhile.'),
      413: refusal('Too large.'),
      422: refusal('A rule says no; `code` says which.'),
    }),
    429: refusal('Too many attempts.'),
    default: refusal('A problem.'),
  };
}
