import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Added, changed or removed. */
export const calendarChanged = defineEvent(
  'calendar.changed',
  z.object({ calendarId: z.string() }),
);
