import { isOpen, type Policy, type RegisteredPolicy } from '../../tickets/public.ts';
import type { Availabilities } from '../deciding/compile-availability.ts';
import type { AvailabilityMemory } from '../memory.ts';
import { reasonOf } from './hand-over.ts';
import { recordHanded } from './moved-store.ts';

type Handing = { readonly absenceId: string };

/** What a customer writes to somebody absent goes to their substitute: nobody would read it. */
export const substitutePolicy: Policy<Availabilities> = {
  name: 'availability.substitute',
  decide({ ticket, occurrences, now }, known) {
    const wrote = occurrences.some((one) => one.kind === 'customer-wrote' && !one.automatic);
    if (!wrote || ticket.assigneeId === null || !isOpen(ticket.status)) {
      return null;
    }
    const current = known.absenceOf(ticket.assigneeId, now);
    if (!current || current.absence.handsOver === 'nothing') {
      return null;
    }
    return {
      changes: { assigneeId: current.substituteId },
      reason: reasonOf({ current, known }),
      key: `absence:${current.absence.id}`,
      effect: { absenceId: current.absence.id } satisfies Handing,
    };
  },
};

export const substituteAtTheDoor = (memory: AvailabilityMemory): RegisteredPolicy => ({
  policy: substitutePolicy as Policy,
  settings: ({ actor, tx }) => memory.of(actor.workspaceId, tx),
  async perform(ctx, { ticket, effects }) {
    for (const { absenceId } of effects as readonly Handing[]) {
      await recordHanded(ctx, { absenceId, ticketId: ticket.id, toUserId: ticket.assigneeId });
    }
  },
});
