import { isOpen, type Policy, type RegisteredPolicy } from '../../tickets/public.ts';
import type { Availabilities } from '../deciding/compile-availability.ts';
import type { AvailabilityMemory } from '../memory.ts';
import { reasonOf } from './hand-over.ts';
import { recordHanded } from './moved-store.ts';
import { moveQueue } from './queue.data.ts';

type Handing = { readonly absenceId: string; readonly isTeams: boolean };

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
    const { absence, substituteId } = current;
    const effect: Handing = { absenceId: absence.id, isTeams: substituteId === null };
    return {
      // Whom routing would choose is asked for in a turn of its own.
      changes: substituteId === null ? {} : { assigneeId: substituteId },
      reason: reasonOf({ current, known }),
      key: `absence:${absence.id}`,
      effect,
    };
  },
};

export const substituteAtTheDoor = (memory: AvailabilityMemory): RegisteredPolicy => ({
  policy: substitutePolicy as Policy,
  settings: ({ actor, tx }) => memory.of(actor.workspaceId, tx),
  async perform(ctx, { ticket, effects }) {
    for (const { absenceId, isTeams } of effects as readonly Handing[]) {
      if (isTeams) {
        ctx.enqueue({ queue: moveQueue.name, payload: { absenceId, ticketId: ticket.id } });
      } else {
        await recordHanded(ctx, { absenceId, ticketId: ticket.id, toUserId: ticket.assigneeId });
      }
    }
  },
});
