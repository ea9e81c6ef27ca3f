import { escapeLiteral } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

export type Notice = { readonly channel: string; readonly payload: string };

export type Notices = {
  tell(notices: Iterable<Notice>): void;
  /** Everything told so far is on its way. */
  sent(): Promise<void>;
};

/** What one moment brings leaves together. */
const gatherMs = 4;
/** Between two sendings: in a flood every one of them costs the server, the database and whoever listens as much as a short question. */
const restMs = 25;

/**
 * NOTIFY inside a transaction makes its commit wait for every other such commit, sync to disk included; so notices follow
 * the commit, gathered. When a process dies between the two, listeners find out by looking from time to time.
 */
export function openNotices(
  run: (text: string) => Promise<unknown>,
  onError: (error: Error) => void,
): Notices {
  const waiting = new Map<string, Notice>();
  let sending: Promise<void> | null = null;
  let lastAt = -restMs;

  async function sendAll(): Promise<void> {
    while (waiting.size > 0) {
      await sleep(Math.max(gatherMs, lastAt + restMs - performance.now()));
      lastAt = performance.now();
      const calls = [...waiting.values()].map(
        ({ channel, payload }) => `pg_notify(${escapeLiteral(channel)}, ${escapeLiteral(payload)})`,
      );
      waiting.clear();
      // Nothing is lost when the server forgets the (empty) transaction, so it need not be on disk.
      await run(`begin; set local synchronous_commit = off; select ${calls.join(', ')}; commit`);
    }
  }

  return {
    tell(notices) {
      for (const notice of notices) {
        waiting.set(`${notice.channel}\n${notice.payload}`, notice);
      }
      if (waiting.size > 0) {
        sending ??= sendAll()
          .catch(onError)
          .finally(() => {
            sending = null;
          });
      }
    },
    async sent() {
      await sending;
    },
  };
}
