import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';
import { id } from '../../../kernel/text.ts';
import type { OwnDays } from '../rules/production-calendar.ts';
import { daysOfYear, years } from '../rules/year.ts';
import { CalendarDay } from '../schema.ts';
import { readCalendar } from './read-calendars.ts';

/** Every day of a year, or of one month of it: when it is open, and why. */
export const getCalendarDays = defineQuery({
  name: 'calendars.days',
  permission: 'ticket.read',
  input: z.strictObject({
    calendarId: id(),
    year: z.coerce.number().int().min(years.first).max(years.last),
    month: z.coerce.number().int().min(1).max(12).optional(),
  }),
  output: z.object({
    days: z.array(CalendarDay),
    workingDays: z.int(),
    /** By the clock on the wall; where clocks are changed at night it may differ by an hour. */
    workingMinutes: z.int(),
  }),

  async run({ db, actor }, { calendarId, year, month }) {
    const calendar = await readCalendar(db, actor.workspaceId, calendarId);
    return daysOfYear({ ...calendar, days: calendar.days as OwnDays }, year, month);
  },
});
