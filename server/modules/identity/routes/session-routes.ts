import { z } from 'zod';
import type { Actor } from '../../../kernel/actor.ts';
import {
  commandRoute,
  queryRoute,
  specialRoute,
  type Route,
  type SpecialReply,
  type SpecialRequest,
} from '../../../kernel/routes.ts';
import { line } from '../../../kernel/text.ts';
import { closeOtherSessions, closeSession } from '../commands/close-sessions.ts';
import { ownSession } from '../own.ts';
import type { RouteParts } from '../parts.ts';
import { getSession } from '../queries/get-session.ts';
import { listSessions } from '../queries/list-sessions.ts';
import { code, password, session } from '../schema.ts';
import { cookieOf } from '../sign-in/cookie.ts';
import { deviceCookieOf } from '../sign-in/known-device.ts';
import { signIn, type SignInParts } from '../sign-in/sign-in.ts';

type Parts = RouteParts & SignInParts;
type Request = Pick<SpecialRequest<unknown>, 'headers' | 'ip' | 'secure'>;
type Named = {
  email: string;
  password: string;
  code?: string | undefined;
  workspace?: string | undefined;
};

export function sessionRoutes(parts: Parts): Route[] {
  return [
    specialRoute('POST /session', {
      name: 'sign-in',
      summary: 'Sign in; the answer sets the cookie',
      permission: 'public',
      input: z.strictObject({
        email: line({ min: 1, max: 254 }),
        password: password(),
        /** Of the authenticator app, or a recovery code. */
        code: code().optional(),
        /** Its slug, where one address belongs to several. */
        workspace: line({ min: 1, max: 63 }).optional(),
      }),
      output: session,
      handle: async (request) =>
        answerSignedIn(parts, request, await signInHere(parts, request, request.input)),
    }),
    specialRoute('GET /session', {
      name: 'get-session',
      summary: 'Who is signed in and what they may do',
      permission: 'session',
      input: z.strictObject({}),
      output: session,
      handle: async (request) => {
        const actor = request.actor as Actor;
        const json = await readSession(parts, actor);
        const { cookie } = request;
        return actor.kind === 'user' && cookie !== undefined
          ? { json, headers: setCookie(parts, request, cookie) }
          : { json };
      },
    }),
    specialRoute('DELETE /session', {
      name: 'sign-out',
      summary: 'Sign out here',
      status: 204,
      permission: 'session',
      input: z.strictObject({}),
      async handle(request) {
        const actor = request.actor as Actor;
        const { sessionId } = ownSession(actor);
        await parts.executor().execute(closeSession, { id: sessionId }, actor);
        return { headers: setCookie(parts, request, '') };
      },
    }),
    queryRoute('GET /sessions', listSessions, { summary: 'Where you are signed in' }),
    commandRoute('DELETE /sessions', closeOtherSessions, {
      summary: 'Sign out everywhere else',
      status: 204,
    }),
    commandRoute('DELETE /sessions/:id', closeSession, {
      summary: 'Sign out in one place',
      status: 204,
    }),
  ];
}

export const signInHere = (parts: Parts, request: Request, named: Named) =>
  signIn(parts, {
    ...named,
    host: request.headers.host,
    ip: request.ip,
    userAgent: request.headers['user-agent'],
    cookies: request.headers.cookie,
  });

export async function answerSignedIn(
  parts: Parts,
  request: Request,
  { actor, cookieValue, device, owner }: Awaited<ReturnType<typeof signIn>>,
): Promise<SpecialReply> {
  const secure = isSecure(parts, request);
  return {
    json: await readSession(parts, actor),
    headers: {
      ...setCookie(parts, request, cookieValue),
      'set-cookie': [
        cookieOf(cookieValue, secure),
        deviceCookieOf(parts.secrets, owner, { device, secure }),
      ],
    },
  };
}

function readSession({ db, clock, catalogue }: Parts, actor: Actor) {
  return db.read(actor.workspaceId, (reader) =>
    getSession(catalogue).run({ db: reader, actor, now: clock() }, {}),
  );
}

const isSecure = ({ publicUrl }: Parts, { secure }: Request): boolean =>
  secure || publicUrl?.startsWith('https:') === true;

function setCookie(parts: Parts, request: Request, value: string) {
  return { 'set-cookie': cookieOf(value, isSecure(parts, request)), 'cache-control': 'no-store' };
}
