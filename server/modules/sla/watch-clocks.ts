import { systemActor } from '../../kernel/actor.ts';
import { startAlarmClock } from '../../kernel/alarm-clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { lookBy } from './commands/look-at-clocks.ts';
import { findNextAlarm, listRinging } from './queries/read-clocks.ts';
import { openKnownSettings } from './settings.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** What has waited for a night is due in one instant: one ticket after the other, hundreds took seconds. */
const lanes = 4;

/** Warns, tells breaches and escalates, at their time; settings are known as the door knows them. */
export function startClocks({ db, clock, log, executor }: Parts): { stop(): Promise<void> } {
  const settings = openKnownSettings(db);
  const lookAtClocks = lookBy(({ tx, actor }) => settings.of(actor.workspaceId, tx));
  const alarms = startAlarmClock({
    db,
    clock,
    log,
    name: 'sla',
    workspaces: () => listWorkspaceIds(db),
    async look(workspaceId) {
      const actor = systemActor(workspaceId, 'sla');
      const ringing = await listRinging(db, workspaceId, clock());
      const lane = async (): Promise<void> => {
        for (let ticketId = ringing.shift(); ticketId; ticketId = ringing.shift()) {
          // One that fails must not keep the others waiting.
          await executor
            .execute(lookAtClocks, { ticketId }, actor)
            .catch((error: unknown) => log.warn({ err: error, ticketId }, 'sla'));
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      return findNextAlarm(db, workspaceId);
    },
  });
  return {
    async stop() {
      await alarms.stop();
      await settings.close();
    },
  };
}
