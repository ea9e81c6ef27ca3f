import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { calendarChanged } from '../../calendars/public.ts';
import { lookAgain } from '../commands/look-again.ts';

/** A holiday that was forgotten moves what is due, also where nothing else happens. */
export const lookAgainOnCalendar = defineSubscriber({
  name: 'sla.look-again-on-calendar',
  on: calendarChanged,
  handle: async ({ execute }) => void (await execute(lookAgain, {})),
});
