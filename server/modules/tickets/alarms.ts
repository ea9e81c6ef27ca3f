import { systemActor } from '../../kernel/actor.ts';
import { startAlarmClock } from '../../kernel/alarm-clock.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Log } from '../../kernel/log.ts';
import { listWorkspaceIds } from '../identity/public.ts';
import { findNext, listDue } from './queries/due-alarms.ts';
import { fireReminder } from './reminders/fire-reminder.ts';
import { wakeDueTicket } from './snooze/snooze-ticket.ts';

type Parts = { db: Database; clock: Clock; log: Log; executor: Executor };

/** Wakes tickets and fires reminders at their time. */
export const startAlarms = ({ db, clock, log, executor }: Parts) =>
  startAlarmClock({
    db,
    clock,
    log,
    name: 'alarms',
    workspaces: () => listWorkspaceIds(db),
    async look(workspaceId) {
      const actor = systemActor(workspaceId, 'clock');
      for (const { kind, id } of await listDue(db, workspaceId, clock())) {
        // One that fails must not keep the others waiting.
        await (
          kind === 'ticket'
            ? executor.execute(wakeDueTicket, { ticketId: id }, actor)
            : executor.execute(fireReminder, { reminderId: id }, actor)
        ).catch((error: unknown) => log.warn({ err: error, kind, id }, 'alarm'));
      }
      return findNext(db, workspaceId);
    },
  });
