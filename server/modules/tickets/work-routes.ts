import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { Permission } from '../../kernel/modules.ts';
import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { exportTicketsRoute, type OwnColumns } from './export/export-tickets.ts';
import { linkTickets, unlinkTickets } from './links/link-tickets.ts';
import { mergeTicket } from './moves/merge-ticket.ts';
import { splitTicket } from './moves/split-ticket.ts';
import { undoMove } from './moves/undo-move.ts';
import { getRelated } from './queries/get-related.ts';
import { listReminders } from './reminders/queries/list-reminders.ts';
import { changeReminder, removeReminder, setReminder } from './reminders/set-reminder.ts';
import { snoozeTicket, wakeTicket } from './snooze/snooze-ticket.ts';
import { timeExportRoute } from './time/export-time.ts';
import { listTime } from './time/queries/list-time.ts';
import { changeTime, logTime, removeTime } from './time/log-time.ts';
import { getTimeRates } from './time/queries/read-rates.ts';
import { setTimeRates } from './time/set-rates.ts';
import { getTimer, startTimer, stopTimer } from './time/timer.ts';

/** What is done with tickets beside answering them: joining and parting, putting aside, counting time. */
export const workPermissions: readonly Permission[] = [
  'ticket.merge',
  'ticket.link',
  'ticket.snooze',
  'time.log',
  'time.change',
  'time.cost',
].map((key) => ({ key, group: 'tickets' }));

const timeRoutes: readonly Route[] = [
  queryRoute('GET /tickets/:ticketId/time', listTime, { summary: 'Time spent on a ticket' }),
  commandRoute('POST /tickets/:ticketId/time', logTime, {
    summary: 'Write time down',
    status: 201,
  }),
  commandRoute('PATCH /time/:entryId', changeTime, { summary: 'Change a time entry' }),
  commandRoute('DELETE /time/:entryId', removeTime, {
    summary: 'Delete a time entry',
    status: 204,
  }),
  queryRoute('GET /timer', getTimer, { summary: 'Your running timer' }),
  commandRoute('PUT /timer', startTimer, { summary: 'Start your timer for a ticket' }),
  commandRoute('POST /timer/stop', stopTimer, {
    summary: 'Stop your timer and write its time down',
  }),
  queryRoute('GET /time/rates', getTimeRates, { summary: 'What an hour costs, by role' }),
  commandRoute('PUT /time/rates', setTimeRates, { summary: 'Set what an hour costs' }),
];

export const workRoutes = (parts: {
  db: Database;
  executor: () => Executor;
  clock: Clock;
  ownColumns?: OwnColumns;
}): Route[] => [
  exportTicketsRoute(parts),
  commandRoute('POST /tickets/:ticketId/merge', mergeTicket, {
    summary: 'Merge a ticket into another one',
  }),
  commandRoute('POST /tickets/:ticketId/split', splitTicket, {
    summary: 'Give chosen messages a ticket of their own',
    status: 201,
  }),
  commandRoute('POST /tickets/:ticketId/moves/:moveId/undo', undoMove, {
    summary: 'Take a merge or a split back',
  }),
  queryRoute('GET /tickets/:ticketId/related', getRelated, {
    summary: 'Links, merges and splits of a ticket',
  }),
  commandRoute('POST /tickets/:ticketId/links', linkTickets, {
    summary: 'Link two tickets',
    status: 201,
  }),
  commandRoute('DELETE /tickets/:ticketId/links/:linkId', unlinkTickets, {
    summary: 'Take a link away',
    status: 204,
  }),
  commandRoute('PUT /tickets/:ticketId/snooze', snoozeTicket, {
    summary: 'Put a ticket aside until a time or an answer',
  }),
  commandRoute('DELETE /tickets/:ticketId/snooze', wakeTicket, {
    summary: 'Bring a ticket back that was put aside',
  }),
  queryRoute('GET /reminders', listReminders, { summary: 'Your own reminders' }),
  commandRoute('POST /reminders', setReminder, {
    summary: 'Remind yourself, or promise a call',
    status: 201,
  }),
  commandRoute('PATCH /reminders/:reminderId', changeReminder, {
    summary: 'Put a reminder off, or mark it done',
  }),
  commandRoute('DELETE /reminders/:reminderId', removeReminder, {
    summary: 'Delete a reminder',
    status: 204,
  }),
  ...timeRoutes,
  timeExportRoute(parts),
];
