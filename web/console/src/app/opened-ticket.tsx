import { PersonCard } from '../features/people/person-card.tsx';
import { TicketPane } from '../features/tickets/ticket-pane.tsx';

/** Where the ticket meets its customer's card: neither feature knows the other. */
export function OpenedTicket() {
  return (
    <TicketPane
      card={(ticket) => (
        <PersonCard
          personId={ticket.requester.id}
          shownNumber={ticket.number}
          organization={ticket.organization}
        />
      )}
    />
  );
}
