import { systemActor } from '../../../kernel/actor.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { foldLoads } from '../loads/load-store.ts';
import { areLoadsLong } from '../loads/queries/read-loads.ts';
import { isTallyLong } from './queries/tally.ts';
import { foldTally } from './tally-store.ts';

const everyMs = 1_000;
/** Below this many cells reading them costs less than a fold, after which every process reads all anew. */
const worthFolding = 400;
/** Loads are summed by the database at every ticket that is routed: few enough that they cost less than the folded ones. */
const loadsWorthFolding = 60;

/** Keeps the counters short; see ticket_tally. Any number of processes may run it: they skip each other's rows. */
export function startTallyFolding({ db, clock, log }: { db: Database; clock: Clock; log: Log }) {
  let running: Promise<void> | null = null;

  async function fold(): Promise<void> {
    for (const id of await listWorkspaceIds(db)) {
      await foldOne(id);
    }
  }

  async function foldOne(workspaceId: string): Promise<void> {
    if (await db.read(workspaceId, (reader) => isTallyLong(reader, workspaceId, worthFolding))) {
      const actor = systemActor(workspaceId, 'counters');
      await db.transaction(workspaceId, (tx) => foldTally({ tx, actor, now: clock() }));
    }
    if (
      await db.read(workspaceId, (reader) => areLoadsLong(reader, workspaceId, loadsWorthFolding))
    ) {
      const actor = systemActor(workspaceId, 'counters');
      await db.transaction(workspaceId, (tx) => foldLoads({ tx, actor }));
    }
  }

  const timer = setInterval(() => {
    running ??= fold()
      .catch((error: unknown) => log.warn({ err: error }, 'folding counters'))
      .finally(() => {
        running = null;
      });
  }, everyMs);
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await running;
    },
  };
}
