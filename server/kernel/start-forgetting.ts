import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { forgetReceipts, receiptsAtOnce } from './forget-receipts.ts';
import type { Log } from './log.ts';
import { forgetRemovals, removalsAtOnce } from './removals/forget-removals.ts';

const everyMs = 60 * 60_000;
const forgotten = [
  { atOnce: receiptsAtOnce, some: forgetReceipts },
  { atOnce: removalsAtOnce, some: forgetRemovals },
];

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly workspaces: () => Promise<readonly string[]>;
};

/** Once an hour; several processes may do it, they skip each other's rows. */
export function startForgetting({ db, clock, log, workspaces }: Parts) {
  let running: Promise<void> | null = null;
  const stopped = new AbortController();

  async function forget(): Promise<void> {
    for (const id of await workspaces()) {
      for (const { atOnce, some } of forgotten) {
        let count = atOnce;
        while (count === atOnce && !stopped.signal.aborted) {
          count = await some(db, id, clock());
        }
      }
    }
  }

  const timer = setInterval(() => {
    running ??= forget()
      .catch((error: unknown) => log.warn({ err: error }, 'forgetting what is over'))
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
