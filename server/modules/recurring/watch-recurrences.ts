import { systemActor } from '../../kernel/actor.ts';
import { startAlarmClock } from '../../kernel/alarm-clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/errors.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { fireRecurrence } from './commands/fire-recurrence.ts';
import { findNextTime, listDue } from './queries/due-recurrences.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** Opens the tickets of recurrences at their time. */
export const startRecurrences = (parts: Parts) =>
  startAlarmClock({
    ...parts,
    name: 'recurrences',
    workspaces: () => listWorkspaceIds(parts.db),
    look: (workspaceId) => openDue(parts, workspaceId),
  });

/** Opens what is due in a workspace, and says when to look next. */
export async function openDue(
  { db, clock, log, executor }: Parts,
  workspaceId: string,
): Promise<Date | null> {
  const actor = systemActor(workspaceId, 'schedule');
  for (const recurrenceId of await listDue(db, workspaceId, clock())) {
    // One that fails must not keep the others waiting.
    await fire(executor, recurrenceId, actor).catch((error: unknown) =>
      log.warn({ err: error, recurrenceId }, 'recurrence'),
    );
  }
  return findNextTime(db, workspaceId);
}

/** What a rule refuses will be refused again: it is noted where people see it. Anything else is tried again. */
async function fire(
  { execute }: Executor,
  recurrenceId: string,
  actor: ReturnType<typeof systemActor>,
): Promise<void> {
  try {
    await execute(fireRecurrence, { recurrenceId, problem: null }, actor);
  } catch (error) {
    if (!(error instanceof Refusal) || error.kind === 'unavailable') {
      throw error;
    }
    await execute(fireRecurrence, { recurrenceId, problem: error.code }, actor);
  }
}
