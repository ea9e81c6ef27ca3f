import { systemActor } from '../../../kernel/actor.ts';
import { startAlarmClock } from '../../../kernel/alarm-clock.ts';
import type { Clock } from '../../../kernel/clock.ts';
import type { Database } from '../../../kernel/database.ts';
import type { Executor } from '../../../kernel/executor.ts';
import type { Log } from '../../../kernel/log.ts';
import { listWorkspaceIds } from '../../identity/public.ts';
import { findNextTask, listDueTasks } from '../queries/due-tasks.ts';
import { fireTask } from './fire-task.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** Tells of tasks whose deadline has come. */
export const startTaskAlarms = ({ db, clock, log, executor }: Parts) =>
  startAlarmClock({
    db,
    clock,
    log,
    name: 'tasks',
    workspaces: () => listWorkspaceIds(db),
    async look(workspaceId) {
      const actor = systemActor(workspaceId, 'clock');
      for (const taskId of await listDueTasks(db, workspaceId, clock())) {
        // One that fails must not keep the others waiting.
        await executor
          .execute(fireTask, { taskId }, actor)
          .catch((error: unknown) => log.warn({ err: error, taskId }, 'task'));
      }
      return findNextTask(db, workspaceId);
    },
  });
