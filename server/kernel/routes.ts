import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { Actor } from './actor.ts';
import type { AnyCommand, Command } from './commands.ts';
import type { AnyQuery, Query } from './queries.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Endpoint = {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly status: number;
};

/** What a handler of a special route sees of the request: cookies, streams and events need more than JSON in, JSON out. */
export type SpecialRequest<I> = {
  readonly input: I;
  /** Null on a public route without a valid sign-in. */
  readonly actor: Actor | null;
  readonly body: Readable;
  readonly headers: IncomingMessage['headers'];
  readonly ip: string;
  readonly locale: 'ru' | 'en';
  readonly cookie: string | undefined;
  readonly secure: boolean;
};

export type SpecialReply = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  /** A string, bytes, a stream, or a value to be sent as JSON after being parsed by `output`. */
  readonly json?: unknown;
  readonly content?: string | Uint8Array | Readable;
};

export type SpecialRoute = Endpoint & {
  readonly kind: 'special';
  readonly name: string;
  /** `public`: nobody has to be signed in. `self`, `session`: anybody who is. Else a key of the permission catalogue. */
  readonly permission: string;
  readonly input: z.ZodType;
  /** Absent where the answer is not JSON; then `contentType` says what it is. */
  readonly output?: z.ZodType;
  readonly contentType?: string;
  readonly takesBytes?: boolean;
  /** Its handler gives `Idempotency-Key` on to what it executes. */
  readonly isRepeatable?: boolean;
  // oxlint-disable-next-line typescript/no-explicit-any -- existential: a list of handlers of different inputs
  handle(request: SpecialRequest<any>): Promise<SpecialReply>;
};

export type Route =
  | (Endpoint & { readonly kind: 'command'; readonly action: AnyCommand })
  | (Endpoint & { readonly kind: 'query'; readonly action: AnyQuery })
  | SpecialRoute;

type Options = { summary: string; status?: number };

/** Path parameters fill the input fields of the same name; the rest comes from the JSON body. */
export function commandRoute<I, O>(
  at: `${Exclude<Method, 'GET'>} /${string}`,
  action: Command<I, O>,
  { summary, status = 200 }: Options,
): Route {
  return { ...parse(at), kind: 'command', action, summary, status };
}

/** Path parameters fill the input fields of the same name; the rest comes from the query string. */
export function queryRoute<I, O>(
  at: `GET /${string}`,
  action: Query<I, O>,
  { summary, status = 200 }: Options,
): Route {
  return { ...parse(at), kind: 'query', action, summary, status };
}

type SpecialOptions<I> = Options & {
  name: string;
  permission: string;
  input: z.ZodType<I>;
  output?: z.ZodType;
  contentType?: string;
  takesBytes?: boolean;
  isRepeatable?: boolean;
  handle(request: SpecialRequest<I>): Promise<SpecialReply>;
};

export function specialRoute<I>(
  at: `${Method} /${string}`,
  { summary, status = 200, ...rest }: SpecialOptions<I>,
): Route {
  return { ...parse(at), ...rest, kind: 'special', summary, status } as SpecialRoute;
}

export function pathParameters(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name as string);
}

export function actionOf(route: Route) {
  return route.kind === 'special' ? route : route.action;
}

function parse(at: string): { method: Method; path: string } {
  const [method, path] = at.split(' ') as [Method, string];
  return { method, path };
}
