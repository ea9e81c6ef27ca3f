/** What other modules may use. */
export {
  dateOf,
  dayMs,
  weekdays,
  type CalendarHours,
  type DayRule,
  type Span,
  type Weekday,
} from './rules/hours.ts';
export { compileWorkingTime, type Period, type WorkingTime } from './rules/working-time.ts';
export { effectiveHours, productionDays } from './rules/production-calendar.ts';
export { zoneNamed } from './rules/zone.ts';
export { readWorkspaceCalendars, type WorkspaceCalendars } from './queries/read-calendars.ts';
export { readDays } from './reading/read-days.ts';
export { calendarChanged } from './events.ts';
export { calendarNotice } from './store.ts';
export { calendarFields, type CalendarTables } from './schema.ts';
