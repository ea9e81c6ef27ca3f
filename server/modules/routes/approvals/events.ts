import { z } from 'zod';
import { defineEvent } from '../../../kernel/events.ts';

const approval = z.object({ ticketId: z.string(), approvalId: z.string() });
const step = approval.extend({ approverId: z.string(), userId: z.string().nullable() });

/** Each with who and why in its reason, so that the history reads as sentences. */
export const approvalAsked = defineEvent('ticket.approval-asked', approval);
/** It has become their turn. */
export const approverAsked = defineEvent('ticket.approver-asked', step);
export const approverDecided = defineEvent(
  'ticket.approver-decided',
  step.extend({ decision: z.enum(['approved', 'rejected']) }),
);
export const approverReminded = defineEvent('ticket.approver-reminded', step);
/** Null: a program asked. In what was told before it is missing. */
const asker = { askedById: z.string().nullable().optional() };

/** As a whole: decided, called off, or its time is over. */
export const approvalClosed = defineEvent(
  'ticket.approval-closed',
  approval.extend({
    state: z.enum(['approved', 'rejected', 'cancelled', 'expired']),
    ...asker,
  }),
);
/** A letter with the link has left, or could not. */
export const approverMailed = defineEvent('ticket.approver-mailed', step);
export const approverUnreached = defineEvent('ticket.approver-unreached', step.extend(asker));
