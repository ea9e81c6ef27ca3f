import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Added, changed or removed. */
export const ticketTemplateChanged = defineEvent(
  'ticket-template.changed',
  z.object({ templateId: z.string() }),
);

/** Added, changed, removed, or it has opened a ticket, or could not. */
export const recurrenceChanged = defineEvent(
  'recurrence.changed',
  z.object({ recurrenceId: z.string() }),
);

/** Its time had come, and no ticket could be opened; why is kept with the day. */
export const recurrenceFailed = defineEvent(
  'recurrence.failed',
  z.object({ recurrenceId: z.string(), template: z.string(), on: z.string(), problem: z.string() }),
);

/** Which template a ticket was opened from; `recurrenceId` null: by a person. */
export const openedFromTemplate = defineEvent(
  'ticket.opened-from-template',
  z.object({
    ticketId: z.string(),
    templateId: z.string(),
    recurrenceId: z.string().nullable(),
    on: z.string().nullable(),
  }),
);
