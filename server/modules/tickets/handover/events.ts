import { z } from 'zod';
import { defineEvent } from '../../../kernel/events.ts';

/** Whose ticket it is; with a merge of two people and when it is undone. */
export const requesterChanged = defineEvent(
  'ticket.requester-changed',
  z.object({ ticketId: z.string() }),
);
