import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** A letter of the product's own has left for the customer. `kind`: `received`, `status`, `solved`. */
export const customerTold = defineEvent(
  'ticket.customer-told',
  z.object({ ticketId: z.string(), kind: z.string() }),
);
/** A letter or a call has not reached its person, for good. */
export const dispatchFailed = defineEvent(
  'notification.failed',
  z.object({ dispatchId: z.string(), way: z.string(), problem: z.string() }),
);
export const customerNoticeChanged = defineEvent(
  'customer-notice.changed',
  z.object({ kind: z.string() }),
);
