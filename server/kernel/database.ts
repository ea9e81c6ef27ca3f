import { createHash } from 'node:crypto';
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

/** Tables are added by each module through `withTables`; the kernel's own are in kernel-tables.ts. */
export type Tx = Kysely<Record<never, never>>;
/** For queries: same shape, outside a transaction. */
export type Reader = Kysely<Record<never, never>>;

/** int8 as number: counts and numbers stay far below 2^53. */
const types = {
  getTypeParser: ((oid: number, format: 'text' | 'binary') =>
    oid === pg.types.builtins.INT8
      ? Number
      : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** A connection knows the workspace it is bound to, so that binding it again costs nothing. */
type BoundClient = pg.PoolClient & { boundWorkspace?: string };

export type Database = {
  /** One transaction bound to one workspace: row-level security shows and takes no other rows. */
  transaction<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads of one workspace; every statement is its own snapshot. */
  read<T>(workspaceId: string, work: (db: Reader) => Promise<T>): Promise<T>;
  /** For the few tables without a workspace: the directory of workspaces, jobs, migrations. */
  unbound<T>(work: (db: Tx) => Promise<T>): Promise<T>;
  /** An open transaction for the job queue, which settles it from elsewhere; bound to no workspace. */
  begin(): Promise<OpenTransaction>;
  /** A connection of its own that hears NOTIFY; reconnects by itself. */
  listen(channel: string, onMessage: (payload: string) => void, onReconnect: () => void): Listener;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

export type OpenTransaction = { readonly tx: Tx; end(how: 'commit' | 'rollback'): Promise<void> };

export type Listener = { close(): Promise<void> };

const noWorkspace = '00000000-0000-0000-0000-000000000000';
const uuidShape = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

export type DatabaseOptions = {
  readonly url: string;
  readonly maxConnections?: number;
  readonly onError: (error: Error) => void;
  /** A role without the right to bypass row-level security, taken on when the login could. */
  readonly role?: string;
};

export function openDatabase({
  url,
  maxConnections = 10,
  onError,
  role,
}: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  // Without a listener a stopped database would end the process.
  pool.on('error', onError);
  if (role) {
    pool.on('connect', (client) => void client.query(`set role "${role}"`).catch(onError));
  }

  async function withClient<T>(workspaceId: string, work: (client: BoundClient) => Promise<T>) {
    const client: BoundClient = await pool.connect();
    client.on('error', onError);
    let broken: Error | undefined;
    try {
      await bind(client, workspaceId);
      return await work(client);
    } catch (error) {
      broken = connectionIsLost(error) ? (error as Error) : undefined;
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  function transaction<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    return withClient(workspaceId, async (client) => {
      await client.query('begin');
      try {
        const result = await work(kyselyOver(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  async function begin(): Promise<OpenTransaction> {
    const client: BoundClient = await pool.connect();
    client.on('error', onError);
    const release = (broken?: Error) => {
      client.off('error', onError);
      client.release(broken);
    };
    try {
      await bind(client, noWorkspace);
      await client.query('begin');
    } catch (error) {
      release(error as Error);
      throw error;
    }
    return {
      tx: kyselyOver(client),
      async end(how) {
        try {
          await client.query(how);
          release();
        } catch (error) {
          release(error as Error);
          throw error;
        }
      },
    };
  }

  return {
    pool,
    transaction,
    begin,
    read: (workspaceId, work) => withClient(workspaceId, (client) => work(kyselyOver(client))),
    unbound: (work) => withClient(noWorkspace, (client) => work(kyselyOver(client))),
    listen: (channel, onMessage, onReconnect) =>
      listenOn({ url, channel, onMessage, onReconnect, onError }),
    close: () => pool.end(),
  };
}

async function bind(client: BoundClient, workspaceId: string): Promise<void> {
  if (client.boundWorkspace === workspaceId) {
    return;
  }
  if (!uuidShape.test(workspaceId)) {
    throw new Error('a workspace id is a lower-case uuid');
  }
  // Session-wide, outside any transaction: a rollback cannot bring another workspace back.
  await client.query(`set otklik.workspace = '${workspaceId}'`);
  client.boundWorkspace = workspaceId;
}

const kyselyOfClient = new WeakMap<BoundClient, Kysely<Record<never, never>>>();

function kyselyOver(client: BoundClient): Kysely<Record<never, never>> {
  const known = kyselyOfClient.get(client);
  if (known) {
    return known;
  }
  const single = {
    connect: async () => ({
      query: (text: string, values: readonly unknown[]) =>
        client.query({ text, values: values as unknown[], name: statementName(text) }),
      release: () => undefined,
    }),
    end: async () => undefined,
  };
  const kysely = new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool: single as never }),
  });
  kyselyOfClient.set(client, kysely);
  return kysely;
}

/**
 * Statements are prepared once per connection: parsing and planning cost PostgreSQL more than most of ours cost to run.
 * Bounded, because lists of varying length make new texts for ever.
 */
const names = new Map<string, string>();
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) {
    return known;
  }
  if (names.size >= 500 || text.length > 6_000) {
    return undefined;
  }
  const name = `o${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
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
  const { code, message } = error as { code?: string; message?: string };
  return (
    lostCodes.has(code ?? '') ||
    /Connection terminated|ECONNREFUSED|ENOENT.*\.s\.PGSQL/.test(message ?? '')
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

/** For statements the query builder cannot say. */
export function raw(text: string, values: readonly unknown[] = []) {
  return CompiledQuery.raw(text, values as unknown[]);
}

type ListenOptions = {
  url: string;
  channel: string;
  onMessage: (payload: string) => void;
  onReconnect: () => void;
  onError: (error: Error) => void;
};

function listenOn({ url, channel, onMessage, onReconnect, onError }: ListenOptions): Listener {
  let closed = false;
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    const client = new pg.Client({ connectionString: url, keepAlive: true });
    current = client;
    const again = (error?: Error) => {
      if (current !== client) {
        return;
      }
      current = undefined;
      if (error) {
        onError(error);
      }
      if (!closed) {
        timer = setTimeout(() => void connect(), 500);
      }
      void client.end().catch(() => undefined);
    };
    client.on('error', again);
    client.on('end', () => again());
    client.on('notification', ({ payload }) => onMessage(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      onReconnect();
    } catch (error) {
      again(error as Error);
    }
  }
  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      const client = current;
      current = undefined;
      await client?.end().catch(() => undefined);
    },
  };
}
