import type { Readable } from 'node:stream';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Actor } from './actor.ts';
import { apiHeaders } from './api-headers.ts';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { Refusal } from './errors.ts';
import { mustBePermitted, parseInput, type Executor } from './executor.ts';
import { localeOf } from './browser-locale.ts';
import type { Log } from './log.ts';
import { apiPrefix } from './openapi.ts';
import { otherMethods } from './other-methods.ts';
import { isUnforeseen, problemOf } from './problems.ts';
import { readPast } from './read-past.ts';
import { refuseForgery } from './refuse-forgery.ts';
import { actionOf, pathParameters, type Route } from './routes.ts';

export const sessionCookie = 'otklik_session';

export type Credentials = {
  readonly cookie: string | undefined;
  readonly authorization: string | undefined;
  readonly ip: string;
};

export type HttpParts = {
  readonly db: Database;
  readonly executor: Executor;
  readonly routes: readonly Route[];
  readonly clock: Clock;
  readonly log: Log;
  readonly authenticate: (credentials: Credentials) => Promise<Actor | null>;
  readonly publicUrl: string | undefined;
  readonly trustProxy: boolean | number | string[];
  readonly observe?: (route: string, status: number, ms: number) => void;
};

const jsonLimit = 2 * 1024 * 1024;

/** Turns routes into HTTP. All it knows is where input comes from and what a refusal looks like. */
export async function openHttp(parts: HttpParts): Promise<FastifyInstance> {
  const server: FastifyInstance = Fastify({
    bodyLimit: jsonLimit,
    trustProxy: trusted(parts.trustProxy),
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    forceCloseConnections: true,
    logger: false,
  });
  await server.register(cookie);
  await server.register(helmet, {
    enableCSPNonces: true,
    ...(parts.publicUrl?.startsWith('https:') ? {} : { hsts: false }),
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'sameorigin' },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'"],
        manifestSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
  } as never);
  // JSON, and what a route reads as bytes; plain text is no third thing.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('*', asItComes);
  server.addHook('onResponse', async (request, reply) => {
    parts.observe?.(request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime);
  });
  server.setErrorHandler((error, request, reply) => sendProblem(parts.log, error, request, reply));
  server.setNotFoundHandler((request, reply) =>
    sendProblem(parts.log, new Refusal('not_found', 'route.not_found'), request, reply),
  );
  refuseOtherMethods(server, parts);
  const bytes = parts.routes.filter(takesBytes);
  for (const route of parts.routes.filter((one) => !takesBytes(one))) {
    serve(server, parts, route);
  }
  await server.register(async (scope) => {
    // A file of JSON or text is a file like any other: nothing of it is read as ours.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', asItComes);
    for (const route of bytes) {
      serve(scope, parts, route);
    }
  });
  return server;
}

const takesBytes = (route: Route): boolean => route.kind === 'special' && route.takesBytes === true;

const asItComes = (
  _request: FastifyRequest,
  payload: Readable,
  done: (error: Error | null, body?: unknown) => void,
): void => done(null, payload);

/** A number is how many proxies stand before us. */
const trusted = (setting: HttpParts['trustProxy']) =>
  typeof setting === 'number' ? (_address: string, hop: number) => hop <= setting : setting;

function serve(server: FastifyInstance, parts: HttpParts, route: Route): void {
  const { permission } = actionOf(route);
  const inPath = new Set(pathParameters(route.path));
  const safety = apiHeaders(parts.publicUrl);
  server.route({
    method: route.method,
    url: `${apiPrefix}${route.path}`,
    helmet: false,
    onRequest: async (_request, reply) => void reply.headers(safety),
    ...(takesBytes(route) && { bodyLimit: 1024 ** 4 }),
    // What is streamed would be read to its end for nothing.
    exposeHeadRoute: route.kind === 'query',
    handler: async (request, reply) => {
      const actor = await whoAsks(parts, request);
      if (!actor && permission !== 'public') {
        throw new Refusal('unauthenticated', 'session.missing');
      }
      const input = readInput(route, request, inPath);
      if (route.kind === 'special') {
        return serveSpecial(route, { actor, input, request, reply });
      }
      const output = await perform(parts, route, {
        input,
        actor: actor as Actor,
        idempotencyKey: idempotencyKeyOf(request),
      });
      const body: unknown = route.action.output.parse(output);
      return route.status === 204
        ? reply.status(204).send()
        : reply.status(route.status).send(body);
    },
  });
}

/** Before the body is read, so that nothing about it is complained of. */
function refuseOtherMethods(server: FastifyInstance, parts: HttpParts): void {
  for (const { url, others, allow } of otherMethods(parts.routes)) {
    server.route({
      method: others,
      url,
      helmet: false,
      onRequest: async (_request, reply) => {
        reply.headers({ ...apiHeaders(parts.publicUrl), allow });
        throw new Refusal('no_method', 'request.method');
      },
      handler: () => null,
    });
  }
}

type Asked = { input: unknown; actor: Actor; idempotencyKey: string | undefined };

async function perform(
  parts: HttpParts,
  route: Exclude<Route, { kind: 'special' }>,
  { input, actor, idempotencyKey }: Asked,
): Promise<unknown> {
  if (route.kind === 'command') {
    return parts.executor.execute(route.action, input, actor, { idempotencyKey });
  }
  mustBePermitted(actor, route.action.permission);
  const parsed: unknown = parseInput(route.action, input);
  return parts.db.read(actor.workspaceId, (db) =>
    route.action.run({ db, actor, now: parts.clock() }, parsed),
  );
}

type SpecialCall = {
  actor: Actor | null;
  input: unknown;
  request: FastifyRequest;
  reply: FastifyReply;
};

async function serveSpecial(
  route: Extract<Route, { kind: 'special' }>,
  { actor, input, request, reply }: SpecialCall,
): Promise<FastifyReply> {
  if (actor && route.permission !== 'public') {
    mustBePermitted(actor, route.permission);
  }
  const result = await route.handle({
    input: parseInput(route, input),
    actor,
    body: (request.body as Readable | undefined) ?? request.raw,
    headers: request.headers,
    ip: request.ip,
    locale: localeOf(request.headers['accept-language']),
    cookie: request.cookies[sessionCookie],
    secure: request.protocol === 'https',
  });
  reply.status(result.status ?? route.status).headers(result.headers ?? {});
  if (result.json !== undefined) {
    return reply.send(route.output ? route.output.parse(result.json) : result.json);
  }
  return reply.send(result.content ?? null);
}

async function whoAsks(parts: HttpParts, request: FastifyRequest): Promise<Actor | null> {
  const cookieValue = request.cookies[sessionCookie];
  const { authorization } = request.headers;
  if (!cookieValue && !authorization) {
    return null;
  }
  if (!authorization && !['GET', 'HEAD'].includes(request.method)) {
    refuseForgery(request.headers, parts.publicUrl);
  }
  return parts.authenticate({ cookie: cookieValue, authorization, ip: request.ip });
}

function readInput(route: Route, request: FastifyRequest, inPath: ReadonlySet<string>): unknown {
  const params = request.params as Record<string, string>;
  const path = Object.fromEntries([...inPath].map((name) => [name, params[name]]));
  if (route.method === 'GET' || takesBytes(route)) {
    return { ...(request.query as object), ...path };
  }
  const { body } = request;
  if (body === undefined) {
    return path;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Refusal('invalid', 'request.not_object');
  }
  if ('pipe' in body) {
    throw new Refusal('media_type', 'request.media_type');
  }
  return { ...body, ...path };
}

function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) {
    return undefined;
  }
  if (typeof key !== 'string' || key.length === 0 || key.length > 255) {
    throw new Refusal('invalid', 'idempotency.key_malformed');
  }
  return key;
}

function sendProblem(log: Log, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const { status, headers, body } = problemOf(error);
  if (status === 500 || isUnforeseen(error)) {
    log.error(
      { err: error, method: request.method, route: request.routeOptions.url },
      'request failed',
    );
  }
  readPast(request.raw);
  return reply
    .status(status)
    .headers(headers)
    .type('application/problem+json')
    .send(JSON.stringify(body));
}
