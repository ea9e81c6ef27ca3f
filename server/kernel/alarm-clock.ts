import type { Clock } from './clock.ts';
import type { Database } from './database.ts';
import { eventChannel } from './event-log.ts';
import type { Log } from './log.ts';

export type AlarmClockParts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  /** Stands in the log where looking fails. */
  readonly name: string;
  readonly workspaces: () => Promise<readonly string[]>;
  /** Does what is due in a workspace and says when to look next; null: nothing waits there. */
  readonly look: (workspaceId: string) => Promise<Date | null>;
};

const tickMs = 250;
/** A workspace where something happens is asked for its next alarm at most this often. */
const lookAgainMs = 1_000;
/** In case a notice was lost, and for workspaces founded since. */
const lookEverywhereMs = 60_000;

/**
 * Looks at a workspace when its time has come. The next time of each is kept in memory, so that waiting costs no query;
 * whatever happens in a workspace may set another one, so its notices drop what is known. Any number of workers may run
 * it: whoever looks decides under a row's lock whether it is still due.
 */
export function startAlarmClock({ db, clock, log, name, workspaces, look }: AlarmClockParts) {
  const next = new Map<string, number>();
  const changed = new Set<string>();
  /** Workspace → when it was last asked (performance.now). */
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
      (await workspaces()).forEach((id) => changed.add(id));
    }
    const now = clock().getTime();
    const due = [...next].filter(([, time]) => time <= now).map(([id]) => id);
    const stirred = [...changed].filter((id) => at - (askedAt.get(id) ?? -Infinity) > lookAgainMs);
    for (const id of new Set([...due, ...stirred])) {
      changed.delete(id);
      askedAt.set(id, at);
      await lookIn(id);
    }
  }

  /** A look that fails is made again soon: what made it look may have told of an alarm that nobody knows yet. */
  async function lookIn(id: string): Promise<void> {
    try {
      const soonest = await look(id);
      if (soonest === null) {
        next.delete(id);
      } else {
        next.set(id, soonest.getTime());
      }
    } catch (error) {
      log.warn({ err: error, workspaceId: id }, name);
      next.delete(id);
      changed.add(id);
    }
  }

  const timer = setInterval(() => {
    running ??= tick()
      .catch((error: unknown) => log.warn({ err: error }, name))
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
