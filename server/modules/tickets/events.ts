import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

const ticket = z.object({ ticketId: z.string() });
const message = z.object({
  ticketId: z.string(),
  messageId: z.string(),
  channelKind: z.string(),
  channelId: z.string().nullable(),
});

export const ticketOpened = defineEvent('ticket.opened', ticket.extend({ number: z.int() }));
/** From a blocked sender: it lies in spam and nobody is told. What is taken out of there is opened then. */
export const ticketCaught = defineEvent('ticket.caught', ticket.extend({ number: z.int() }));
/** Deleted for good, e.g. old spam; the events about it stay. */
export const ticketRemoved = defineEvent('ticket.removed', ticket.extend({ number: z.int() }));
/** Every change of a field has an event of its own, so that history reads as sentences and reports need no diffing. */
export const fieldEvents = {
  status: defineEvent('ticket.status-changed', ticket),
  /** From one own status to another that stands for the same one. */
  ownStatus: defineEvent('ticket.own-status-changed', ticket),
  assignee: defineEvent('ticket.assigned', ticket),
  team: defineEvent('ticket.team-changed', ticket),
  priority: defineEvent('ticket.priority-changed', ticket),
  impact: defineEvent('ticket.impact-changed', ticket),
  urgency: defineEvent('ticket.urgency-changed', ticket),
  type: defineEvent('ticket.type-changed', ticket),
  category: defineEvent('ticket.category-changed', ticket),
  tags: defineEvent('ticket.tags-changed', ticket),
  subject: defineEvent('ticket.subject-changed', ticket),
  region: defineEvent('ticket.region-changed', ticket),
  fields: defineEvent('ticket.fields-changed', ticket),
  snooze: defineEvent('ticket.snooze-changed', ticket),
} as const;
/** A rule or another policy wanted what the ticket may not do now; it stayed as it was. */
export const changeRefused = defineEvent('ticket.change-refused', ticket);
export const policiesCut = defineEvent('ticket.policies-cut', ticket);
export const followerAdded = defineEvent('ticket.follower-added', ticket);
export const followerRemoved = defineEvent('ticket.follower-removed', ticket);
export const messageReceived = defineEvent('message.received', message);
/** Into a ticket that lies in spam: nobody is told. */
export const messageCaught = defineEvent('message.caught', message);
export const messageWritten = defineEvent('message.written', message);
export const noteWritten = defineEvent('message.noted', message);
/** Its author has taken it back before its letter left; the message is gone. */
export const answerWithdrawn = defineEvent(
  'message.withdrawn',
  ticket.extend({ messageId: z.string() }),
);
export const colleaguesMentioned = defineEvent(
  'message.mentioned',
  ticket.extend({ messageId: z.string(), userIds: z.array(z.string()) }),
);
const planned = ticket.extend({ plannedId: z.string() });
/** An answer will be sent later, or at another time than was planned before. */
export const answerPlanned = defineEvent(
  'ticket.answer-planned',
  planned.extend({ sendAt: z.string() }),
);
export const answerUnplanned = defineEvent('ticket.answer-unplanned', planned);
export const answerNotSent = defineEvent(
  'ticket.answer-not-sent',
  planned.extend({ authorId: z.string(), problem: z.string() }),
);
export const deliveryChanged = defineEvent(
  'message.delivery-changed',
  ticket.extend({ messageId: z.string(), state: z.string(), code: z.string().nullable() }),
);
/** Still on its way after a quarter of an hour of trying. */
export const deliveryDelayed = defineEvent(
  'message.delivery-delayed',
  ticket.extend({ messageId: z.string(), code: z.string().nullable() }),
);
export const messageBounced = defineEvent(
  'message.bounced',
  ticket.extend({ messageId: z.string(), recipient: z.string(), code: z.string() }),
);
