import { systemActor } from '../../kernel/actor.ts';
import { startAlarmClock } from '../../kernel/alarm-clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { lookAtAbsence } from './absences/end-absence.ts';
import { comeBack } from './presence/come-back.ts';
import { findNextAlarm, listDueAlarms } from './queries/due-alarms.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** Absences begin and end at their time, and who was away is back. */
export const startAbsences = ({ db, clock, log, executor }: Parts) =>
  startAlarmClock({
    db,
    clock,
    log,
    name: 'absences',
    workspaces: () => listWorkspaceIds(db),
    async look(workspaceId) {
      const actor = systemActor(workspaceId, 'absence');
      for (const { kind, id } of await listDueAlarms(db, workspaceId, clock())) {
        // One that fails must not keep the others waiting.
        await (
          kind === 'absence'
            ? executor.execute(lookAtAbsence, { absenceId: id }, actor)
            : executor.execute(comeBack, { userId: id }, actor)
        ).catch((error: unknown) => log.warn({ err: error, kind, id }, 'absences'));
      }
      return findNextAlarm(db, workspaceId);
    },
  });
