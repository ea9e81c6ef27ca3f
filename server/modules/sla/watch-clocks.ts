import { systemActor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { eventChannel } from '../../kernel/event-log.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { lookAtClocks } from './commands/look-at-clocks.ts';
import { findNextAlarm, listRinging } from './queries/read-clocks.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

const tickMs = 250;
const lookAgainMs = 1_000;
/** In case a notice was lost, and for workspaces founded since. */
const lookEverywhereMs = 60_000;

/**
 * Warns and tells breaches at their time. As the tickets' own alarms do, it keeps the next time of each workspace in memory and drops it
 * when something happens there; any number of workers may run it, for each look is under the ticket's lock.
 */
export function startClocks({ db, clock, log, executor }: Parts) {
  const next = new Map<string, number>();
  const changed = new Set<string>();
  const askedAt = new Map<string, number>();
  let everywhereAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | null = null;
  const listener = db.listen(
    eventChannel,
    (workspaceId) => changed.add(workspaceId),
    () => {
      everywhereAt = Number.NEGATIVE_INFINITY;
    },
  );

  async function tick(): Promise<void> {
    const at = performance.now();
    if (at - everywhereAt > lookEverywhereMs) {
      everywhereAt = at;
      (await listWorkspaceIds(db)).forEach((id) => changed.add(id));
    }
    const now = clock().getTime();
    const due = [...next].filter(([, time]) => time <= now).map(([id]) => id);
    const stirred = [...changed].filter((id) => at - (askedAt.get(id) ?? -Infinity) > lookAgainMs);
    for (const id of new Set([...due, ...stirred])) {
      changed.delete(id);
      askedAt.set(id, at);
      await look(id);
    }
  }

  async function look(workspaceId: string): Promise<void> {
    const actor = systemActor(workspaceId, 'sla');
    for (const ticketId of await listRinging(db, workspaceId, clock())) {
      // One that fails must not keep the others waiting.
      await executor
        .execute(lookAtClocks, { ticketId }, actor)
        .catch((error: unknown) => log.warn({ err: error, ticketId }, 'sla'));
    }
    const soonest = await findNextAlarm(db, workspaceId);
    if (soonest === null) {
      next.delete(workspaceId);
    } else {
      next.set(workspaceId, soonest.getTime());
    }
  }

  const timer = setInterval(() => {
    running ??= tick()
      .catch((error: unknown) => log.warn({ err: error }, 'sla'))
      .finally(() => {
        running = null;
      });
  }, tickMs);
  return {
    async stop(): Promise<void> {
      clearInterval(timer);
      await listener.close();
      await running;
    },
  };
}
