import { systemActor } from '../../../kernel/actor.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { removeOldSpam } from './remove-old-spam.ts';

const everyMs = 60 * 60_000;

type Parts = { readonly db: Database; readonly executor: Executor; readonly log: Log };

/** Once an hour; several processes may do it, they skip each other's rows. */
export function startSpamRemoval({ db, executor, log }: Parts): { stop(): Promise<void> } {
  let running: Promise<void> | null = null;
  const stopped = new AbortController();

  async function remove(): Promise<void> {
    for (const id of await listWorkspaceIds(db)) {
      let more = true;
      while (more && !stopped.signal.aborted) {
        ({ more } = await executor.execute(removeOldSpam, {}, systemActor(id, 'spam')));
      }
    }
  }

  const timer = setInterval(() => {
    running ??= remove()
      .catch((error: unknown) => log.warn({ err: error }, 'deleting old spam'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return {
    async stop() {
      stopped.abort();
      clearInterval(timer);
      await running;
    },
  };
}
