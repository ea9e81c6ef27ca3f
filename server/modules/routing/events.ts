import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Where routing has sent a ticket; the whole decision stands in the event's reason. */
export const ticketRouted = defineEvent(
  'ticket.routed',
  z.object({
    ticketId: z.string(),
    ruleId: z.string(),
    outcome: z.enum(['handed', 'team', 'waiting']),
    teamId: z.string(),
    userId: z.string().nullable(),
  }),
);

export const routingChanged = defineEvent(
  'routing.changed',
  z.object({ kind: z.enum(['rule', 'skill', 'agent']), id: z.string() }),
);
