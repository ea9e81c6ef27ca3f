import type { ReactNode } from 'react';
import { PersonCard } from '../features/people/person-card.tsx';
import { TicketPane } from '../features/tickets/ticket-pane.tsx';
import type { Ticket } from '../lib/api-types.ts';

const cardOf = (ticket: Ticket): ReactNode => (
  <PersonCard
    personId={ticket.requester.id}
    shownNumber={ticket.number}
    organization={ticket.organization}
  />
);

/** Where the ticket meets its customer's card: neither feature knows the other. */
export function OpenedTicket() {
  return <TicketPane card={cardOf} />;
}
