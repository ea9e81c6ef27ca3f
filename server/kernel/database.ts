import type { Kysely } from 'kysely';
import { Pool, type PoolConfig } from 'pg';
import { typeParsers } from './database-types.ts';
import { openEars, type Ears } from './database-listener.ts';
import { openNotices, type Notices } from './database-notices.ts';
import {
  causeOf,
  depart,
  forgetWork,
  send,
  sessionOf,
  settle,
  watch,
  type Session,
} from './database-session.ts';

export type { Listener } from './database-listener.ts';
export { inStep, later, notifyAfterCommit, settled } from './database-session.ts';

/** Tables are added by each module through `withTables`; the kernel's own are in kernel-tables.ts. */
export type Tx = Kysely<Record<never, never>>;
/** For queries: same shape, outside a transaction. */
export type Reader = Kysely<Record<never, never>>;

export type Database = {
  /** One transaction bound to one workspace: row-level security shows and takes no other rows. */
  transaction<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads of one workspace; every statement is its own snapshot. */
  read<T>(workspaceId: string, work: (db: Reader) => Promise<T>): Promise<T>;
  /** For the few tables without a workspace: the directory of workspaces, jobs, migrations. */
  unbound<T>(work: (db: Tx) => Promise<T>): Promise<T>;
  /** An open transaction for the job queue, which settles it from elsewhere; bound to no workspace. */
  begin(): Promise<OpenTransaction>;
  /** Hears NOTIFY, over one connection for all who listen; reconnects by itself. */
  listen: Ears['listen'];
  readonly pool: Pool;
  close(): Promise<void>;
};

export type OpenTransaction = { readonly tx: Tx; end(how: 'commit' | 'rollback'): Promise<void> };

const noWorkspace = '00000000-0000-0000-0000-000000000000';
const uuidShape = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export type DatabaseOptions = {
  readonly url: string;
  readonly maxConnections?: number;
  readonly onError: (error: Error) => void;
  /** A role without the right to bypass row-level security, taken on when the login could. */
  readonly role?: string;
};

export function openDatabase(options: DatabaseOptions): Database {
  const { url, onError } = options;
  const pool = openPool(options);
  const ears = openEars(url, onError);
  const sent = openNotices((text) => pool.query(text), onError);
  const notices: Notices = {
    ...sent,
    tell(list) {
      const all = [...list];
      ears.hearOwn(all);
      sent.tell(all);
    },
  };
  const parts = { pool, onError, notices };
  return {
    pool,
    transaction: (workspaceId, work) => transaction(parts, workspaceId, work),
    begin: () => begin(parts, noWorkspace),
    read: (workspaceId, work) => read(parts, workspaceId, work),
    unbound: (work) => read(parts, noWorkspace, work),
    listen: ears.listen,
    async close() {
      await notices.sent();
      await ears.close();
      await pool.end();
    },
  };
}

function openPool({ url, maxConnections = 10, onError, role }: DatabaseOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    types: typeParsers,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    pipeline: true,
  } as PoolConfig);
  // Without a listener a stopped database would end the process.
  pool.on('error', onError);
  // Nor may one that breaks between two uses, when neither its user nor the pool listens to it.
  pool.on('connect', (client) => void client.on('error', () => undefined));
  if (role) {
    pool.on('connect', (client) => void client.query(`set role "${role}"`).catch(onError));
  }
  return pool;
}

type Parts = {
  readonly pool: Pool;
  readonly onError: (error: Error) => void;
  readonly notices: Notices;
};

/** A connection bound to one workspace, and how it goes back to the pool. */
async function take({ pool, onError }: Parts, workspaceId: string) {
  const client = await pool.connect();
  client.on('error', onError);
  const giveBack = (error?: unknown) => {
    client.off('error', onError);
    client.release(connectionIsLost(error) ? (error as Error) : undefined);
  };
  const session = sessionOf(client);
  try {
    await bind(session, workspaceId);
  } catch (error) {
    giveBack(error);
    throw error;
  }
  return { session, giveBack };
}

async function read<T>(
  parts: Parts,
  workspaceId: string,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const { session, giveBack } = await take(parts, workspaceId);
  let problem: unknown;
  try {
    return await work(session.kysely);
  } catch (error) {
    problem = error;
    throw error;
  } finally {
    giveBack(problem);
  }
}

async function begin(parts: Parts, workspaceId: string): Promise<OpenTransaction> {
  const { session, giveBack } = await take(parts, workspaceId);
  forgetWork(session);
  watch(session, send(session.client, 'begin'));
  return {
    tx: session.kysely,
    async end(how) {
      let problem: unknown;
      try {
        await finish(session, how);
        parts.notices.tell(how === 'commit' ? session.notices.values() : []);
      } catch (error) {
        problem = error;
        throw error;
      } finally {
        giveBack(problem);
      }
    },
  };
}

async function transaction<T>(
  parts: Parts,
  workspaceId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const { session, giveBack } = await take(parts, workspaceId);
  forgetWork(session);
  let problem: unknown;
  try {
    watch(session, send(session.client, 'begin'));
    const result = await work(session.kysely);
    await finish(session, 'commit');
    parts.notices.tell(session.notices.values());
    return result;
  } catch (error) {
    await finish(session, 'rollback').catch(() => undefined);
    problem = causeOf(session, error);
    throw problem;
  } finally {
    giveBack(problem);
  }
}

/** @throws what made a statement sent by `later` fail: then the server has rolled back, whatever was asked. */
async function finish(session: Session, how: 'commit' | 'rollback'): Promise<void> {
  if (how === 'commit') {
    depart(session);
  }
  const ended = send(session.client, how);
  watch(session, ended);
  await settle(session);
  const { command } = await ended;
  if (how === 'commit' && command !== 'COMMIT') {
    throw new Error('the transaction was rolled back because a statement in it had failed');
  }
}

async function bind(session: Session, workspaceId: string): Promise<void> {
  if (session.boundWorkspace === workspaceId) {
    return;
  }
  if (!uuidShape.test(workspaceId)) {
    throw new Error('a workspace id is a lower-case uuid');
  }
  // Session-wide, outside any transaction: a rollback cannot bring another workspace back. Waited for: a statement
  // must never run under the workspace before.
  await session.client.query(`set otklik.workspace = '${workspaceId}'`);
  session.boundWorkspace = workspaceId;
}

const lostCodes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  'ECONNRESET',
  'EPIPE',
]);

export function connectionIsLost(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return (
    lostCodes.has(code ?? '') ||
    /Connection terminated|is not queryable|ECONNREFUSED|ENOENT.*\.s\.PGSQL/.test(message ?? '')
  );
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = error as { code?: string; constraint?: string };
  return code === '23505' && (constraint === undefined || name === constraint);
}

/** Something named by its id is not there, or not in this workspace. */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  const { code, constraint: name } = error as { code?: string; constraint?: string };
  return code === '23503' && (constraint === undefined || name === constraint);
}
