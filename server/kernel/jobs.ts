import { PgBoss, type Db, type Job as StoredJob } from 'pg-boss';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Database, Tx } from './database.ts';
import type { JobRequest } from './commands.ts';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import { tellLater, wakeInTime } from './wake-in-time.ts';

/** Work that starts after a commit: calls to the outside world, and reactions to facts. */
export type Job = {
  readonly id: string;
  readonly workspaceId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly signal: AbortSignal;
};

export type QueueSettings = {
  readonly name: string;
  /** How many at once in this process. */
  readonly concurrency: number;
  /** Tries after the first; the delay doubles from `retryDelaySeconds`. */
  readonly retries: number;
  readonly retryDelaySeconds: number;
  /** A try that takes longer counts as failed. */
  readonly expireSeconds: number;
};

/** Leased: no transaction is open while it runs; it records its result by a command. */
export type OutsideJob = QueueSettings & { run(job: Job): Promise<void> };

/** Runs inside one transaction together with the mark "done". */
export type TransactionalJob = QueueSettings & { runIn(tx: Tx, job: Job): Promise<void> };

export type EnqueueIn = (tx: Tx, workspaceId: string, jobs: readonly JobRequest[]) => Promise<void>;

export type Jobs = {
  readonly enqueueIn: EnqueueIn;
  /** Makes the tables and queues; every process that may enqueue does this. */
  prepare(queues: readonly QueueSettings[]): Promise<void>;
  work(jobs: readonly (OutsideJob | TransactionalJob)[]): Promise<void>;
  stop(): Promise<void>;
};

type Handle = Db & { tx?: Tx };

const schema = 'job_queue';

/**
 * What is put off is put off by so much, not until the hour of `clock`: the queue goes by the database's clock, and where the
 * two differ, work that is due for the one only would be begun and put off again without end.
 */
export function openJobs(db: Database, log: Log, clock: Clock = () => new Date()): Jobs {
  const waitMs = (until: Date) => Math.max(0, until.getTime() - clock().getTime());
  const boss = new PgBoss({
    db: bossDatabase(db, log),
    schema,
    useListenNotify: true,
    schedule: false,
    // How soon the work of a killed process is taken up again.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    maintenanceIntervalSeconds: 3600,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'job queue'));
  let started = false;
  const workers = new Map<string, string[]>();
  const wake = (queue: string) => workers.get(queue)?.forEach((id) => boss.notifyWorker(id));
  let waking: ReturnType<typeof wakeInTime> | undefined;

  return {
    async prepare(queues) {
      await boss.start();
      started = true;
      const known = new Set((await boss.getQueues()).map(({ name }) => name));
      for (const queue of queues) {
        await prepareQueue(boss, queue, known.has(queue.name));
      }
    },

    async enqueueIn(tx, workspaceId, jobs) {
      for (const [queue, list] of Map.groupBy(jobs, (job) => job.queue)) {
        const inserts = list.map(({ payload, startAfter, key }) => ({
          data: { workspaceId, payload },
          ...(startAfter && { startAfter: new Date(Date.now() + waitMs(startAfter)) }),
          ...(key && { singletonKey: key }),
        }));
        await boss.insert(queue, inserts, { db: handleOver(tx) });
      }
      const waits = jobs.flatMap(({ startAfter }) => (startAfter ? [waitMs(startAfter)] : []));
      if (waits.length > 0) {
        await tellLater(tx, Math.min(...waits));
      }
    },

    async work(jobs) {
      for (const job of jobs) {
        for (let worker = 0; worker < job.concurrency; worker += 1) {
          const workerId = await startWorker(boss, job);
          workers.set(job.name, [...(workers.get(job.name) ?? []), workerId]);
        }
      }
      waking ??= wakeInTime({ db, log, schema }, wake);
    },

    async stop() {
      await waking?.stop();
      if (started) {
        await boss.stop({ graceful: true, timeout: 5_000, close: false });
      }
    },
  };
}

async function prepareQueue(boss: PgBoss, queue: QueueSettings, isKnown: boolean): Promise<void> {
  const options = {
    notify: true,
    retryLimit: queue.retries,
    retryDelay: queue.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: 6 * 3600,
    expireInSeconds: queue.expireSeconds,
    heartbeatSeconds: 10,
    retentionSeconds: 14 * 86_400,
    deleteAfterSeconds: 3600,
  };
  if (isKnown) {
    await boss.updateQueue(queue.name, options);
  } else {
    await boss.createQueue(queue.name, { ...options, policy: 'standard' });
  }
}

const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 10 };

/** One job at a time: a batch would share its transaction, and one bad job would take its neighbours down with it. */
async function startWorker(boss: PgBoss, job: OutsideJob | TransactionalJob): Promise<string> {
  let workerId: string | undefined;
  // A notice wakes a worker for one job only. Whoever had one looks for the next at once, so that a hundred jobs of
  // one commit do not wait for a hundred polls.
  const lookAgain = () => workerId !== undefined && boss.notifyWorker(workerId);
  if ('run' in job) {
    workerId = await boss.work(job.name, polling, async (batch: StoredJob<Stored>[]) => {
      lookAgain();
      for (const one of batch) {
        await job.run(toJob(one));
      }
    });
    return workerId;
  }
  const inTransaction = async (batch: StoredJob<Stored>[], handle: Handle): Promise<void> => {
    lookAgain();
    for (const one of batch) {
      await bindHandle(handle, one.data.workspaceId);
      await job.runIn(handle.tx as Tx, toJob(one));
    }
  };
  workerId = await boss.work(
    job.name,
    { ...polling, transactional: true },
    inTransaction as (batch: StoredJob<Stored>[], handle: Db) => Promise<void>,
  );
  return workerId;
}

type Stored = { workspaceId: string; payload: Record<string, unknown> };

const toJob = (job: StoredJob<Stored>): Job => ({
  id: job.id,
  workspaceId: job.data.workspaceId,
  payload: job.data.payload,
  signal: job.signal,
});

/** The transaction belongs to the queue, so the workspace is bound for its length only. */
async function bindHandle(handle: Handle, workspaceId: string): Promise<void> {
  await sql`select set_config('otklik.workspace', ${workspaceId}, true)`.execute(handle.tx as Tx);
}

function handleOver(tx: Tx): Handle {
  return {
    tx,
    executeSql: async (text, values = []) => {
      const result = await runRaw(tx, text, values);
      return { rows: result };
    },
  };
}

async function runRaw(kysely: Kysely<Record<never, never>>, text: string, values: unknown[]) {
  const { rows } = await kysely.executeQuery(CompiledQuery.raw(text, values));
  // oxlint-disable-next-line typescript/no-explicit-any -- the queue reads its own rows
  return rows as any[];
}

function bossDatabase(db: Database, log: Log): Db {
  return {
    executeSql: async (text, values) => db.pool.query(text, values),
    async listen(channel, onNotification, onReconnect) {
      return db.listen(`"${channel}"`, onNotification, onReconnect);
    },
    async beginTransaction() {
      const open = await db.begin();
      let settled = false;
      const settle = async (how: 'commit' | 'rollback') => {
        if (settled) {
          if (how === 'commit') {
            throw new Error('the transaction is over');
          }
          return;
        }
        settled = true;
        await open.end(how).catch((error: unknown) => {
          log.warn({ err: error }, 'job transaction');
          if (how === 'commit') {
            throw error;
          }
        });
      };
      return {
        db: handleOver(open.tx),
        commit: () => settle('commit'),
        rollback: () => settle('rollback'),
      };
    },
  };
}
