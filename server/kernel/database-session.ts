import { createHash } from 'node:crypto';
import {
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type CompiledQuery,
  type QueryResult as KyselyResult,
} from 'kysely';
import type { PoolClient, QueryResult } from 'pg';
import { sendStatement, type SentStatement } from './database-statement.ts';
import { AskedTogether, type Joined } from './asked-together.ts';
import { asOneStatement, mayTravelTogether, type GatheredWrite } from './gathered-writes.ts';

type Tables = Record<never, never>;

/** One connection while somebody works with it. */
export type Session = {
  readonly client: PoolClient;
  readonly kysely: Kysely<Tables>;
  /** The workspace that row-level security is bound to, so that binding it again costs nothing. */
  boundWorkspace?: string;
  /** Writes sent by `later` that wait for company: they leave with the next statement, or at the end. */
  gathered: GatheredWrite[];
  /** Statements sent by `later` whose answer has not been looked at. */
  pending: Promise<unknown>[];
  /** The first of them that failed: everything after it failed only because of it. */
  failure: { readonly error: unknown } | null;
  /** Set while several strands of work share the transaction. */
  together: AskedTogether | null;
  /** What is to be told to other processes once this is committed: channel and payload. */
  notices: Map<string, { readonly channel: string; readonly payload: string }>;
};

const sessions = new WeakMap<object, Session>();

export function sessionOf(client: PoolClient): Session {
  const known = sessions.get(client);
  if (known) {
    return known;
  }
  const kysely = kyselyOver(client);
  const session: Session = {
    client,
    kysely,
    gathered: [],
    pending: [],
    failure: null,
    together: null,
    notices: new Map(),
  };
  sessions.set(client, session);
  // Every view of it by `withTables` shares the executor.
  sessions.set(kysely.getExecutor(), session);
  return session;
}

/** Straight to the connection: the query builder's own way there goes through a pool and three promises a statement. */
class DirectExecutor extends DefaultQueryExecutor {
  readonly #client: PoolClient;

  constructor(client: PoolClient) {
    super(new PostgresQueryCompiler(), new PostgresAdapter(), {
      provideConnection: () => Promise.reject(new Error('streaming and control are not offered')),
    });
    this.#client = client;
  }

  override async executeQuery<R>({
    sql: text,
    parameters,
  }: CompiledQuery): Promise<KyselyResult<R>> {
    depart(sessionOf(this.#client));
    const { command, rowCount, rows } = await send(this.#client, {
      text,
      values: parameters,
      name: statementName(text),
    });
    return {
      rows: rows as R[],
      ...(changing.has(command) && { numAffectedRows: BigInt(rowCount ?? 0) }),
    };
  }
}

const changing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
/** Only its compiler and adapter are used. */
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('no pool')) });
const driver = new DummyDriver();

const kyselyOver = (client: PoolClient) =>
  new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver,
    executor: new DirectExecutor(client),
  });

/** For statements that are compiled once, whatever connection they will run on. */
export const compiler = new Kysely<Tables>({ dialect });

export function forgetWork(session: Session): void {
  session.gathered = [];
  session.pending = [];
  session.failure = null;
  session.together = null;
  session.notices = new Map();
}

const bare = (text: string): SentStatement => ({ text, name: undefined, values: [] });

export const send = (client: PoolClient, query: SentStatement | string): Promise<QueryResult> =>
  sendStatement(client, typeof query === 'string' ? bare(query) : query);

type Prepared = { readonly text: string; readonly values: readonly unknown[] };
type Statement = CompiledQuery | { compile(): CompiledQuery };

/**
 * Sends a write whose result nobody needs, without waiting: whatever the transaction does next comes after it, and
 * nothing is committed when it fails.
 */
export function later(tx: Kysely<Tables>, statement: Statement): void {
  const session = sessionBehind(tx);
  depart(session);
  const { sql: text, parameters } = 'compile' in statement ? statement.compile() : statement;
  const name = statementName(text);
  watch(session, send(session.client, { text, values: parameters, name }));
}

/** Sends a prepared statement and what was gathered before it. */
export async function sendNow<R>(tx: Kysely<Tables>, { text, values }: Prepared): Promise<R[]> {
  const session = sessionBehind(tx);
  depart(session);
  const { rows } = await send(session.client, { text, values, name: statementName(text) });
  return rows as R[];
}

/**
 * Lets several strands of work share the transaction: what they ask of prepared reads at the same moment travels together.
 * They must not touch the same rows: none of them sees when another has changed what it has read.
 */
export async function inStep<T>(
  tx: Kysely<Tables>,
  strands: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const session = sessionBehind(tx);
  session.together = new AskedTogether(async ({ text }, values) => {
    depart(session);
    return (await send(session.client, { text, values, name: statementName(text) })).rows;
  });
  try {
    const ended = await Promise.allSettled(strands.map((strand) => strand()));
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed) {
      throw failed.reason;
    }
    return ended.map((end) => (end as PromiseFulfilledResult<T>).value);
  } finally {
    session.together = null;
  }
}

/** Null where nobody else shares the transaction. */
export function askInStep<R>(
  tx: Kysely<Tables>,
  joined: Joined,
  values: Readonly<Record<string, unknown>>,
): Promise<R[]> | null {
  return sessionBehind(tx).together?.ask<R>(joined, values) ?? null;
}

/** As `later`, for a prepared write: it waits for others to leave with them as one statement. */
export function gather(tx: Kysely<Tables>, write: GatheredWrite): void {
  const session = sessionBehind(tx);
  if (!mayTravelTogether(session.gathered, write)) {
    depart(session);
  }
  session.gathered.push(write);
}

/** Sends what was gathered. */
export function depart(session: Session): void {
  const writes = session.gathered;
  if (writes.length === 0) {
    return;
  }
  session.gathered = [];
  const { text, values } = asOneStatement(writes);
  watch(session, send(session.client, { text, values, name: statementName(text) }));
}

/** Tells other processes once the transaction is committed; the same notice of many transactions is sent once. */
export function notifyAfterCommit(tx: Kysely<Tables>, channel: string, payload: string): void {
  sessionBehind(tx).notices.set(`${channel}\n${payload}`, { channel, payload });
}

/** Waits for everything sent by `later`. @throws what the first failed one threw */
export async function settled(tx: Kysely<Tables>): Promise<void> {
  depart(sessionBehind(tx));
  await settle(sessionBehind(tx));
}

export async function settle(session: Session): Promise<void> {
  await Promise.all(session.pending);
  session.pending = [];
  if (session.failure) {
    throw session.failure.error;
  }
}

/** "The transaction is aborted" and what follows from it are echoes: the first failure is the one to tell. */
const echoes = new Set(['25P02', '26000']);

export function causeOf(session: Session, error: unknown): unknown {
  const first = session.failure?.error;
  return first === undefined || echoes.has((first as { code?: string }).code ?? '') ? error : first;
}

export function watch(session: Session, sent: Promise<unknown>): void {
  session.pending.push(
    sent.catch((error: unknown) => {
      session.failure ??= { error };
    }),
  );
}

function sessionBehind(tx: Kysely<Tables>): Session {
  const session = sessions.get(tx.getExecutor());
  if (!session) {
    throw new Error('not a transaction of this database');
  }
  return session;
}

/**
 * Statements are prepared once per connection: parsing and planning cost PostgreSQL more than most of ours cost to run.
 * Bounded, because lists of varying length make new texts for ever.
 */
const names = new Map<string, string>();
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) {
    return known;
  }
  if (names.size >= 500 || text.length > 12_000) {
    return undefined;
  }
  const name = `o${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
