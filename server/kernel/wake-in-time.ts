import { sql } from 'kysely';
import type { Database, Tx } from './database.ts';
import type { Log } from './log.ts';

const channel = 'otklik_work_later';

/** In case a notice was lost, and for work that the queue itself has put off, e.g. the next try of a failed job. */
const lookAgainMs = 60_000;
/** The queue asks the database's clock, which has to be past the time by then. */
const afterMs = 15;
/** Work of one moment wakes its queue once. */
const atLeastMs = 50;

/** Tells every worker process, once the transaction is committed, that something has to be done in so many milliseconds. */
export async function tellLater(tx: Tx, delayMs: number): Promise<void> {
  await sql`select pg_notify(${channel}, ${String(Math.max(0, Math.round(delayMs)))})`.execute(tx);
}

/** `ms`: until the soonest of what is still put off, by the database's clock; null when there is none. */
type Waiting = { readonly name: string; readonly due: boolean; readonly ms: number | null };

/** Queues that have work put off, or that has just become due. */
async function readWaiting(db: Database, schema: string): Promise<Waiting[]> {
  return db.unbound(async (tx) => {
    const { rows } = await sql<Waiting>`
      select name, bool_or(start_after <= now()) as due,
          extract(epoch from min(start_after) filter (where start_after > now()) - now())::float8 * 1000 as ms
        from ${sql.table(`${schema}.job`)}
        where state < 'active' and start_after > now() - interval '1 second'
        group by name`.execute(tx);
    return rows;
  });
}

type Parts = { readonly db: Database; readonly log: Log; readonly schema: string };

/**
 * A queue finds work that was put off when it polls, which is seldom. This clock beside it knows when the soonest is due and
 * wakes the queue then. It decides nothing: who gets a job is the queue's own affair, and a lost notice or a killed
 * process costs no more than the wait for the next poll.
 */
export function wakeInTime({ db, log, schema }: Parts, wake: (queue: string) => void) {
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  let looking: Promise<void> | null = null;
  let stopped = false;

  function lookIn(askedMs: number): void {
    // A timer takes 24 days at most.
    const ms = Math.min(askedMs, lookAgainMs);
    const at = performance.now() + ms;
    if (!stopped && at < dueAt) {
      dueAt = at;
      clearTimeout(timer);
      timer = setTimeout(() => {
        looking = look();
      }, ms);
    }
  }

  async function look(): Promise<void> {
    dueAt = Number.POSITIVE_INFINITY;
    try {
      const waiting = await readWaiting(db, schema);
      waiting.filter((each) => each.due).forEach(({ name }) => wake(name));
      const soonest = Math.min(lookAgainMs, ...waiting.map(({ ms }) => ms ?? lookAgainMs));
      lookIn(Math.max(atLeastMs, soonest + afterMs));
    } catch (err) {
      log.warn({ err }, 'work that was put off');
      lookIn(lookAgainMs / 10);
    }
  }

  const listener = db.listen(
    channel,
    (delay) => lookIn(Number(delay) + afterMs),
    () => lookIn(0),
  );
  lookIn(0);
  return {
    async stop(): Promise<void> {
      stopped = true;
      clearTimeout(timer);
      await listener.close();
      await looking;
    },
  };
}
