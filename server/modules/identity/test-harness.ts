import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { openDatabase } from '../../kernel/database.ts';
import { createExecutor, type Executor } from '../../kernel/executor.ts';
import { collectContributions, type Contribution } from '../../kernel/extension-points.ts';
import { openHttp } from '../../kernel/http.ts';
import { silentLog } from '../../kernel/log.ts';
import type { Permission } from '../../kernel/modules.ts';
import { createTestDatabase } from '../../test/database.ts';
import { auditModule } from '../audit/module.ts';
import { createIdentity } from './module.ts';

const ticketKeys = ['read', 'create', 'reply', 'note', 'assign', 'change', 'delete'];
export const otherPermissions: readonly Permission[] = [
  ...ticketKeys.map((verb) => ({ key: `ticket.${verb}`, group: 'tickets' })),
  { key: 'person.read', group: 'customers' },
  { key: 'channel.read', group: 'channels' },
  { key: 'channel.change', group: 'channels' },
  { key: 'audit.read', group: 'company' },
];

export type Answer = {
  readonly status: number;
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- answers of many shapes, looked at by tests
  readonly headers: LightMyRequestResponse['headers'];
};

export type Caller = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

export const setupAnswers = {
  company: 'Ромашка',
  locale: 'ru',
  timeZone: 'Europe/Moscow',
  administrator: { name: 'Анна', email: 'Anna@romashka.ru', password: 'ландыш под дождём' },
} as const;

const secrets = {
  seal: (text: string) => `sealed:${Buffer.from(text).toString('hex')}`,
  unseal: (text: string) => Buffer.from(text.slice('sealed:'.length), 'hex').toString(),
};

/** Identity and audit over HTTP on a database of their own, with a clock that stands still until it is moved. */
export async function openHarness({ contributions = [] }: { contributions?: Contribution[] } = {}) {
  const database = await createTestDatabase();
  const db = openDatabase({ url: database.url, onError: () => undefined });
  let now = new Date('2026-11-22T09:00:00Z');
  const clock = () => now;
  let executor: Executor | undefined;
  const parts = {
    db,
    clock,
    log: silentLog,
    secrets,
    permissions: otherPermissions,
    executor: () => executor as Executor,
    publicUrl: undefined,
    smtpPort: 2525,
  };
  const open = async () => {
    const identity = createIdentity(parts);
    const own = identity.module.contributions ?? [];
    executor = createExecutor({
      db,
      clock,
      subscribers: [],
      contributions: collectContributions([...own, ...contributions]),
      enqueueIn: async () => undefined,
    });
    const http = await openHttp({
      ...parts,
      executor,
      routes: [...(identity.module.routes ?? []), ...(auditModule.routes ?? [])],
      authenticate: identity.authenticate,
      trustProxy: true,
    });
    return { identity, http };
  };
  const { identity, http } = await open();
  return {
    ...parts,
    identity,
    adminUrl: database.adminUrl,
    run: () => executor as Executor,
    moveClock: (seconds: number) => void (now = new Date(now.getTime() + seconds * 1000)),
    call: callerOf(http),
    /** Answers as whoever the given sign-in cookie or token belongs to. */
    as: (credential: string) => callerOf(http, credential),
    /** Another process on the same database. */
    async second() {
      const first = executor;
      const other = await open();
      executor = first;
      return { ...other, as: (credential: string) => callerOf(other.http, credential) };
    },
    async close() {
      await http.close();
      await identity.close();
      await db.close();
      await database.drop();
    },
  };
}

export type Harness = Awaited<ReturnType<typeof openHarness>>;

function callerOf(http: FastifyInstance, credential?: string): Caller {
  return async (method, path, body, headers = {}) => {
    const credentials = credential?.startsWith('otk_')
      ? { authorization: `Bearer ${credential}` }
      : credential && { cookie: `otklik_session=${credential}` };
    const answer = await http.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { ...credentials, ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    const text = answer.body;
    return {
      status: answer.statusCode,
      body: text ? JSON.parse(text) : null,
      headers: answer.headers,
    };
  };
}

export function cookieIn({ headers }: Answer): string {
  return /otklik_session=([^;]*)/.exec(String(headers['set-cookie']))?.[1] ?? '';
}

/** Signs in and gives the cookie's value. */
export async function cookieFor(
  { call }: Pick<Harness, 'call'>,
  email: string,
  password: string,
): Promise<string> {
  const answer = await call('POST', '/session', { email, password });
  if (answer.status !== 200) {
    throw new Error(`sign-in answered ${answer.status} ${answer.body?.code}`);
  }
  return cookieIn(answer);
}
