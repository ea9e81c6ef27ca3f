import { sql } from 'kysely';
import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import type { Log } from './log.ts';

const everyMs = 60 * 60_000;
/** Whoever repeats a request does so within minutes, a queue of theirs that was down within days. */
const keptDays = 7;
const atOnce = 5_000;

/** Remembered answers that nobody will ask for again. @returns how many were forgotten */
export async function forgetReceipts(
  db: Database,
  workspaceId: string,
  now: Date,
): Promise<number> {
  const before = new Date(now.getTime() - keptDays * 86_400_000);
  const { numAffectedRows = 0n } = await db.transaction(workspaceId, (tx) =>
    sql`delete from receipt where workspace_id = ${workspaceId} and (actor_id, key) in (
      select actor_id, key from receipt where workspace_id = ${workspaceId} and at < ${before}
      order by at limit ${atOnce} for update skip locked)`.execute(tx),
  );
  return Number(numAffectedRows);
}

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly workspaces: () => Promise<readonly string[]>;
};

/** Once an hour; several processes may do it, they skip each other's rows. */
export function startForgettingReceipts({ db, clock, log, workspaces }: Parts) {
  let running: Promise<void> | null = null;
  const stopped = new AbortController();

  async function forget(): Promise<void> {
    for (const id of await workspaces()) {
      let count = atOnce;
      while (count === atOnce && !stopped.signal.aborted) {
        count = await forgetReceipts(db, id, clock());
      }
    }
  }

  const timer = setInterval(() => {
    running ??= forget()
      .catch((error: unknown) => log.warn({ err: error }, 'forgetting receipts'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return {
    async stop(): Promise<void> {
      stopped.abort();
      clearInterval(timer);
      await running;
    },
  };
}
