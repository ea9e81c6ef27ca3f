import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Log } from '../../kernel/log.ts';
import { foldTally } from './store.ts';

const everyMs = 1_000;
/** Below this many rows a sum costs less than a fold. */
const worthFolding = 400;

/** Keeps the counters short; see ticket_tally. Any number of processes may run it: they skip each other's rows. */
export function startTallyFolding({ db, clock, log }: { db: Database; clock: Clock; log: Log }) {
  let running: Promise<void> | null = null;

  async function fold(): Promise<void> {
    const { rows } = await db.unbound((reader) =>
      sql<{ id: string }>`select id from workspace`.execute(reader),
    );
    for (const { id } of rows) {
      await foldOne(id);
    }
  }

  async function foldOne(workspaceId: string): Promise<void> {
    const { rows } = await db.read(workspaceId, (reader) =>
      sql<{ n: number }>`select count(*)::int as n from
        (select 1 from ticket_tally where workspace_id = ${workspaceId} limit ${worthFolding * 2}) as few`.execute(reader),
    );
    if ((rows[0]?.n ?? 0) >= worthFolding) {
      const actor = systemActor(workspaceId, 'counters');
      await db.transaction(workspaceId, (tx) => foldTally({ tx, actor, now: clock() }));
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
