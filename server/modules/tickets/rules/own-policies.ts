import type { Policy } from './policies.ts';
import { isOpen } from './ticket.ts';

/** Untouched and running work has nothing to come back to; what is in spam comes out by a person's word only. */
const stays: ReadonlySet<string> = new Set(['new', 'open', 'spam']);

/** A customer's word brings a waiting or finished ticket back to work; a machine's "I am on holiday" does not. */
export const reopenOnCustomerReply: Policy = {
  name: 'tickets.reopen-on-customer-reply',
  decide({ ticket, occurrences }) {
    const wrote = occurrences.some((o) => o.kind === 'customer-wrote' && !o.automatic);
    if (!wrote || stays.has(ticket.status)) {
      return null;
    }
    const code = isOpen(ticket.status) ? 'customer_answered' : 'reopened_by_customer';
    return { changes: { status: 'open' }, reason: { code } };
  },
};

/** What was put aside comes back at the customer's word, whatever hour was set. */
export const wakeOnCustomerReply: Policy = {
  name: 'tickets.wake-on-customer-reply',
  decide({ ticket, occurrences }) {
    const wrote = occurrences.some((o) => o.kind === 'customer-wrote' && !o.automatic);
    return wrote && ticket.snooze !== null
      ? { changes: { snooze: null }, reason: { code: 'woken_by_customer' } }
      : null;
  },
};

/** The first answer by a person takes the ticket to work, and to the one who answered when nobody has it. */
export const takeOnAnswer: Policy = {
  name: 'tickets.take-on-answer',
  decide({ ticket, occurrences }) {
    const answer = occurrences.find((o) => o.kind === 'agent-answered' && !o.automatic);
    if (answer?.kind !== 'agent-answered') {
      return null;
    }
    const takes = ticket.assigneeId === null && answer.userId !== null;
    return {
      changes: {
        ...(ticket.status === 'new' && { status: 'open' as const }),
        ...(takes && { assigneeId: answer.userId }),
      },
      reason: { code: 'answered' },
    };
  },
};

/** New means untouched: whoever takes it starts the work. */
export const openOnAssignment: Policy = {
  name: 'tickets.open-on-assignment',
  decide({ ticket, occurrences }) {
    const assigned = occurrences.some(
      (o) => o.kind === 'changed' && o.fields.includes('assigneeId'),
    );
    return assigned && ticket.assigneeId !== null && ticket.status === 'new'
      ? { changes: { status: 'open' }, reason: { code: 'assigned' } }
      : null;
  },
};

export const ownPolicies: readonly Policy[] = [
  reopenOnCustomerReply,
  wakeOnCustomerReply,
  takeOnAnswer,
  openOnAssignment,
];
