import { sql } from 'kysely';
import { systemActor } from '../../kernel/actor.ts';
import type { LiveView } from '../../kernel/live.ts';
import { countViews, readTally } from './queries/count-views.ts';
import { selectTickets, toTicket } from './queries/read-ticket.ts';
import { mayBeSeenBy } from './visibility.ts';

/** With each fact goes the line of its ticket as it is now: no screen has to ask again. */
export const ticketLiveView: LiveView = {
  covers: (name) => name.startsWith('ticket.') || name.startsWith('message.'),

  async enrich(db, workspaceId, events) {
    const ids = [...new Set(events.flatMap(({ ticketId }) => ticketId ?? []))];
    const rows = await selectTickets(db, systemActor(workspaceId))
      .where('ticket.id', '=', sql<string>`any(${sql.val(ids)}::uuid[])`)
      .execute();
    const tickets = new Map(rows.map((row) => [row.id, toTicket(row)]));
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
    return (actor) => (actor.permissions.has('ticket.read') ? countViews(tally, actor) : {});
  },
};
