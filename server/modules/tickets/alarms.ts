import { systemActor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { eventChannel } from '../../kernel/event-log.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { findNext, listDue } from './queries/due-alarms.ts';
import { fireReminder } from './reminders/fire-reminder.ts';
import { wakeDueTicket } from './snooze/snooze-ticket.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

const tickMs = 250;
/** A workspace where something happens is asked for its next alarm at most this often. */
const lookAgainMs = 1_000;
/** In case a notice was lost, and for workspaces founded since. */
const lookEverywhereMs = 60_000;

/**
 * Wakes tickets and fires reminders at their time. The next time of each workspace is kept in memory, so that waiting costs
 * no query; whatever happens in a workspace may set another one, so its notices drop what is known. Any number of
 * workers may run it: each act looks under its row's lock whether it is still due.
 */
export function startAlarms(parts: Parts) {
  const { db, clock, log } = parts;
  const next = new Map<string, number>();
  /** Workspace → when it was last asked (performance.now). */
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
    const actor = systemActor(workspaceId, 'clock');
    for (const { kind, id } of await listDue(db, workspaceId, clock())) {
      // One that fails must not keep the others waiting.
      await (
        kind === 'ticket'
          ? parts.executor.execute(wakeDueTicket, { ticketId: id }, actor)
          : parts.executor.execute(fireReminder, { reminderId: id }, actor)
      ).catch((error: unknown) => log.warn({ err: error, kind, id }, 'alarm'));
    }
    const soonest = await findNext(db, workspaceId);
    if (soonest === null) {
      next.delete(workspaceId);
    } else {
      next.set(workspaceId, soonest.getTime());
    }
  }

  const timer = setInterval(() => {
    running ??= tick()
      .catch((error: unknown) => log.warn({ err: error }, 'alarms'))
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
