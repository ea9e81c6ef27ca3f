import { systemActor } from '../../kernel/actor.ts';
import { startAlarmClock } from '../../kernel/alarm-clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { lookAtClocks } from './commands/look-at-clocks.ts';
import { findNextAlarm, listRinging } from './queries/read-clocks.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** Warns and tells breaches at their time. */
export const startClocks = ({ db, clock, log, executor }: Parts) =>
  startAlarmClock({
    db,
    clock,
    log,
    name: 'sla',
    workspaces: () => listWorkspaceIds(db),
    async look(workspaceId) {
      const actor = systemActor(workspaceId, 'sla');
      for (const ticketId of await listRinging(db, workspaceId, clock())) {
        // One that fails must not keep the others waiting.
        await executor
          .execute(lookAtClocks, { ticketId }, actor)
          .catch((error: unknown) => log.warn({ err: error, ticketId }, 'sla'));
      }
      return findNextAlarm(db, workspaceId);
    },
  });
