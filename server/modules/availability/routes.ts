import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addAbsence } from './absences/add-absence.ts';
import { changeAbsence } from './absences/change-absence.ts';
import { cancelAbsence, endAbsence } from './absences/end-absence.ts';
import { addDuty, changeDuty, removeDuty } from './duty/change-duty.ts';
import { setPresence } from './presence/set-presence.ts';
import { listAbsenceTickets } from './queries/list-absence-tickets.ts';
import { listAbsences } from './queries/list-absences.ts';
import { listAvailability } from './queries/list-availability.ts';
import { listDuty, listTurns } from './queries/list-duty.ts';
import { listSchedules } from './queries/list-schedules.ts';
import { setSchedule } from './schedules/set-schedule.ts';

export const availabilityRoutes: readonly Route[] = [
  queryRoute('GET /availability', listAvailability, {
    summary: 'Who is there now, who is away, absent or on duty',
  }),
  commandRoute('PUT /availability/me', setPresence, {
    summary: 'Say that one is away, or back',
  }),
  queryRoute('GET /absences', listAbsences, { summary: 'List absences, on and planned or over' }),
  commandRoute('POST /absences', addAbsence, {
    summary: 'Enter an absence; one that has begun hands over at once',
    status: 201,
  }),
  commandRoute('PATCH /absences/:absenceId', changeAbsence, { summary: 'Change an absence' }),
  commandRoute('POST /absences/:absenceId/end', endAbsence, {
    summary: 'Back: the absence is over now, and what was handed over comes back',
  }),
  commandRoute('DELETE /absences/:absenceId', cancelAbsence, {
    summary: 'Cancel an absence that has not begun',
    status: 204,
  }),
  queryRoute('GET /absences/:absenceId/tickets', listAbsenceTickets, {
    summary: 'What an absence has handed over, and what became of it',
  }),
  queryRoute('GET /schedules', listSchedules, { summary: 'By which hours everybody works' }),
  commandRoute('PUT /schedules/:userId', setSchedule, {
    summary: 'Set by which hours somebody works',
  }),
  queryRoute('GET /duty', listDuty, { summary: 'List the rota of duties' }),
  queryRoute('GET /duty/turns', listTurns, { summary: 'Who has the duty when, laid out in time' }),
  commandRoute('POST /duty', addDuty, { summary: 'Add a duty', status: 201 }),
  commandRoute('PATCH /duty/:dutyId', changeDuty, { summary: 'Change a duty' }),
  commandRoute('DELETE /duty/:dutyId', removeDuty, { summary: 'Remove a duty' }),
];
