import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { carryOutStep } from '../escalation/carry-out-step.ts';
import { slaEscalated } from '../events.ts';

/** What a step asks of the ticket follows from the fact that it fired, once, also when a worker dies in between. */
export const carryOutOnEscalated = defineSubscriber({
  name: 'sla.carry-out-on-escalated',
  on: slaEscalated,
  when: ({ acts }) => acts.length > 0,
  handle: async ({ event, execute }) => {
    const { ticketId, acts } = event.payload;
    const reason = event.reason ?? { code: 'sla' };
    await execute(carryOutStep, { ticketId, acts, reason });
  },
});
