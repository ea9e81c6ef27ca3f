import { systemActor } from '../../kernel/actor.ts';
import { startAlarmClock } from '../../kernel/alarm-clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { handOut } from './commands/hand-out.ts';
import { listHeads } from './queries/list-waiting.ts';
import type { RoutingMemory } from './memory.ts';

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly executor: Executor;
  readonly memory: RoutingMemory;
};

/** In case nobody says when they will be back. */
const lookAgainMs = 60_000;

/**
 * Hands out what waits, when anything has happened in a workspace that may have made somebody free, and when somebody's time
 * comes. An empty queue costs one look into an index.
 */
export const startHandingOut = (parts: Parts) =>
  startAlarmClock({
    db: parts.db,
    clock: parts.clock,
    log: parts.log,
    name: 'routing',
    workspaces: () => listWorkspaceIds(parts.db),
    look: (workspaceId) => handOutWaiting(parts, workspaceId),
  });

/** @returns when to look next; null: nothing waits */
export async function handOutWaiting(parts: Parts, workspaceId: string): Promise<Date | null> {
  const { db, clock, log, executor } = parts;
  const actor = systemActor(workspaceId, 'routing');
  let left = false;
  for (const { ticketIds } of await listHeads(db, workspaceId)) {
    for (const ticketId of ticketIds) {
      // One that fails must not keep the others waiting.
      const { waits } = await executor
        .execute(handOut, { ticketId }, actor)
        .catch((error: unknown) => {
          log.warn({ err: error, ticketId }, 'routing');
          return { waits: false };
        });
      left = true;
      if (waits) {
        // All of one queue wait for the same people.
        break;
      }
    }
  }
  return left ? nextTime(parts, workspaceId, clock()) : null;
}

/** The soonest moment at which somebody who is away comes back, or somebody who is there leaves. */
async function nextTime({ db, memory }: Parts, workspaceId: string, now: Date): Promise<Date> {
  const soonest = await db.read(workspaceId, async (reader) => {
    const { agents } = await memory.known.of(workspaceId, reader);
    const availability = await memory.availability.of(workspaceId, reader);
    const times = [...agents.keys()].flatMap(
      (id) => availability.of(id, now).until?.getTime() ?? [],
    );
    return Math.min(...times.filter((time) => time > now.getTime()));
  });
  return new Date(Math.min(soonest, now.getTime() + lookAgainMs));
}
