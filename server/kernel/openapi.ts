import type { z } from 'zod';
import { nameDirections, schemaOf, type JsonSchema, type Schemas } from './openapi-schemas.ts';
import { wordsOfParameter } from './openapi-words.data.ts';
import { actionOf, pathParameters, type Route } from './routes.ts';

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
        properties: {
          field: { type: 'string' },
          code: { type: 'string' },
          line: { type: 'integer' },
          column: { type: 'integer' },
          about: { type: 'string' },
        },
      },
    },
    retryAfterSeconds: { type: 'integer' },
  },
} as const;

const refusal = (description: string, headers?: object) => ({
  description,
  ...(headers && { headers }),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const comeAgain = {
  'Retry-After': {
    description: 'Seconds to wait.',
    schema: { type: 'integer', minimum: 1 },
  },
};

const refusals = {
  Invalid: refusal('The request is not valid; `errors` names the fields.'),
  Unauthenticated: refusal('Nobody is signed in.'),
  Forbidden: refusal('Not permitted.'),
  NotFound: refusal('There is no such thing in this workspace.'),
  Conflict: refusal('Changed meanwhile.'),
  TooLarge: refusal('Too large.'),
  MediaType: refusal('Not a content type that is read here.'),
  NotAllowed: refusal('A rule says no; `code` says which.'),
  TooMany: refusal('Too many attempts.', comeAgain),
  Unavailable: refusal('Not right now: the same request may be sent again.', comeAgain),
  Refused: refusal('A problem.'),
};

const signedIn = [{ session: [] }, { token: [] }];

/** OpenAPI 3.1 as a function of the routes: what is served is what is described. */
export function describeApi(routes: readonly Route[], version: string) {
  const schemas: Schemas = { Problem: problem };
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `${apiPrefix}${route.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route, schemas) };
  }
  return nameDirections({
    openapi: '3.1.0',
    info: {
      title: 'Otklik',
      version,
      description:
        'Customer requests from every channel: everything the console does, it does over this API.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: signedIn,
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      parameters: { IdempotencyKey: idempotencyKey },
      responses: refusals,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'otklik_session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  });
}

/**
 * A name that client generators can make a function of: the verb, then what it is done to. `tickets.list` becomes
 * `listTickets`, `tickets.open` `openTicket`, `customers.add-person` `addPerson`.
 */
export function operationIdOf(name: string): string {
  const [domain = '', verb] = name.split('.');
  if (verb === undefined) {
    return camel(domain);
  }
  const isAlone = !verb.includes('-');
  const of = verb === 'list' || verb === 'count' ? domain : domain.replace(/s$/, '');
  return camel(isAlone ? `${verb}-${of}` : verb);
}

const camel = (words: string): string =>
  words.replace(/[-.](\w)/g, (_all, letter: string) => letter.toUpperCase());

function describeRoute(route: Route, schemas: Schemas) {
  const { name, input, permission } = actionOf(route);
  const fields = schemaOf(input, 'input', schemas);
  const inPath = new Set(pathParameters(route.path));
  const all = Object.entries(fields.properties ?? {});
  const required = new Set(fields.required);
  const asQuery = route.method === 'GET' || (route.kind === 'special' && route.takesBytes === true);
  const body = asQuery ? [] : all.filter(([field]) => !inPath.has(field));
  return {
    operationId: operationIdOf(name),
    summary: route.summary,
    tags: [route.path.split('/')[1]],
    'x-permission': permission,
    security: permission === 'public' ? [] : signedIn,
    parameters: [
      ...parametersOf(
        all.filter(([field]) => asQuery || inPath.has(field)),
        { inPath, required },
      ),
      ...(isRepeatable(route) ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
    ],
    ...(body.length > 0 && { requestBody: jsonBody(body, required, fields) }),
    ...(route.kind === 'special' && route.takesBytes && { requestBody: bytes }),
    responses: responsesOf(route, schemas, all.length > 0),
  };
}

function parametersOf(
  fields: [string, JsonSchema][],
  { inPath, required }: { inPath: ReadonlySet<string>; required: ReadonlySet<string> },
) {
  return fields.map(([field, schema]) => ({
    name: field,
    in: inPath.has(field) ? 'path' : 'query',
    description: wordsOfParameter(field, inPath.has(field)),
    required: inPath.has(field) || required.has(field),
    schema,
    ...(schema.type === 'array' && { style: 'form', explode: false }),
  }));
}

/** A command keeps a receipt; what carries secrets or bytes does so only if its handler sees to it. */
const isRepeatable = (route: Route): boolean =>
  route.kind === 'command' || (route.kind === 'special' && route.isRepeatable === true);

const idempotencyKey = {
  name: 'Idempotency-Key',
  description: 'Repeating a write with the same key gives the first answer and does nothing again.',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

const bytes = {
  required: true,
  content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
};

function jsonBody(fields: [string, JsonSchema][], required: Set<string>, whole: JsonSchema) {
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
          ...(whole['allOf'] !== undefined && { allOf: whole['allOf'] }),
        },
      },
    },
  };
}

function responsesOf(route: Route, schemas: Schemas, namesThings: boolean) {
  const output = route.kind === 'special' ? route.output : route.action.output;
  const contentType = route.kind === 'special' ? route.contentType : undefined;
  const { permission } = actionOf(route);
  const isWrite = route.method !== 'GET';
  return {
    [route.status]: {
      description: route.summary,
      ...(route.status !== 204 && { content: contentOf(output, contentType, schemas) }),
    },
    400: refer('Invalid'),
    ...((permission !== 'public' || isWrite) && {
      401: refer('Unauthenticated'),
      403: refer('Forbidden'),
    }),
    ...(namesThings && { 404: refer('NotFound') }),
    ...(isWrite && {
      409: refer('Conflict'),
      413: refer('TooLarge'),
      415: refer('MediaType'),
    }),
    422: refer('NotAllowed'),
    429: refer('TooMany'),
    503: refer('Unavailable'),
    default: refer('Refused'),
  };
}

const refer = (name: keyof typeof refusals) => ({ $ref: `#/components/responses/${name}` });

function contentOf(
  output: z.ZodType | undefined,
  contentType: string | undefined,
  schemas: Schemas,
) {
  return output
    ? { 'application/json': { schema: schemaOf(output, 'output', schemas) } }
    : { [contentType ?? 'application/octet-stream']: { schema: { type: 'string' } } };
}
