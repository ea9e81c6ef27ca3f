import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addCalendar } from './commands/add-calendar.ts';
import { changeCalendar } from './commands/change-calendar.ts';
import { importDays } from './commands/import-days.ts';
import { removeCalendar } from './commands/remove-calendar.ts';
import { getCalendarDays } from './queries/get-calendar-days.ts';
import { getCalendar, listCalendars } from './queries/list-calendars.ts';

export const calendarRoutes: readonly Route[] = [
  queryRoute('GET /calendars', listCalendars, { summary: 'List calendars of working time' }),
  commandRoute('POST /calendars', addCalendar, { summary: 'Add a calendar', status: 201 }),
  queryRoute('GET /calendars/:calendarId', getCalendar, { summary: 'Get a calendar' }),
  commandRoute('PATCH /calendars/:calendarId', changeCalendar, { summary: 'Change a calendar' }),
  commandRoute('DELETE /calendars/:calendarId', removeCalendar, {
    summary: 'Remove a calendar',
  }),
  queryRoute('GET /calendars/:calendarId/days', getCalendarDays, {
    summary: 'Every day of a year or a month, and why it is as it is',
  }),
  commandRoute('POST /calendars/:calendarId/import', importDays, {
    summary: 'Read days off from a file, and take them over',
  }),
];
