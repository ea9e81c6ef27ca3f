import type { LiveView } from '../../kernel/live.ts';
import { countByTallies } from './views/queries/count-views.ts';
import { readTally } from './tally/queries/tally.ts';
import { readTicketLines } from './queries/read-ticket.ts';
import { builtInViews } from './views/views.ts';
import { mayBeSeenBy } from './visibility.ts';

/** With each fact goes the line of its ticket as it is now: no screen has to ask again. */
export const ticketLiveView: LiveView = {
  covers: (name) => name.startsWith('ticket.') || name.startsWith('message.'),

  async enrich(db, workspaceId, events) {
    const ids = [...new Set(events.flatMap(({ ticketId }) => ticketId ?? []))];
    const tickets = await readTicketLines(db, workspaceId, ids);
    return events.map((event) => {
      const ticket = tickets.get(event.ticketId ?? '') ?? null;
      return {
        event,
        extra: { ticket },
        visibleTo: (actor) =>
          ticket !== null && actor.permissions.has('ticket.read') && mayBeSeenBy(actor, ticket),
      };
    });
  },

  async counts(db, workspaceId) {
    const tally = await readTally(db, workspaceId);
    return (actor) =>
      actor.permissions.has('ticket.read') ? countByTallies(builtInViews, tally, actor) : {};
  },
};
