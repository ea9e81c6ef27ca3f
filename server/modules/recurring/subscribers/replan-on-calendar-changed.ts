import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { calendarChanged } from '../../calendars/public.ts';
import { replanRecurrences } from '../commands/fire-recurrence.ts';

/** A day that has become a holiday moves what was to be opened on it. */
export const replanOnCalendarChanged = defineSubscriber({
  name: 'recurrences.replan-on-calendar-changed',
  on: calendarChanged,
  handle: async ({ event, execute }) =>
    void (await execute(replanRecurrences, { calendarId: event.payload.calendarId })),
});
