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
export { zoneNamed } from './rules/zone.ts';
