import { systemActor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { somebodyIsUnmatched } from '../queries/unmatched.ts';
import { matchSome } from './matching-store.ts';

const everyMs = 1_000;
const batch = 250;

/**
 * Compares people after they came in: writers of letters (whose way in must stay short), changes of cards, and everybody
 * who was here before cards were compared. Any number of processes may run it.
 */
export function startMatching({ db, clock, log }: { db: Database; clock: Clock; log: Log }) {
  let running: Promise<void> | null = null;
  const stop = new AbortController();
  const stopping = stop.signal;

  async function sweep(): Promise<void> {
    for (const workspaceId of await listWorkspaceIds(db)) {
      await sweepOne(workspaceId);
    }
  }

  async function sweepOne(workspaceId: string): Promise<void> {
    let last: string | null = null;
    let matched = (await waits(workspaceId)) ? batch : 0;
    while (matched === batch && !stopping.aborted) {
      ({ matched, last } = await matchBatch(workspaceId, last));
    }
  }

  const waits = (workspaceId: string) =>
    db.read(workspaceId, (reader) => somebodyIsUnmatched(reader, workspaceId));

  const matchBatch = (workspaceId: string, after: string | null) =>
    db.transaction(workspaceId, (tx) =>
      matchSome(
        { tx, actor: systemActor(workspaceId, 'matching'), now: clock() },
        { atMost: batch, after },
      ),
    );

  const timer = setInterval(() => {
    running ??= sweep()
      .catch((error: unknown) => log.warn({ err: error }, 'comparing people'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return {
    async stop(): Promise<void> {
      stop.abort();
      clearInterval(timer);
      await running;
    },
  };
}
