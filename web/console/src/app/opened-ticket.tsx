import type { ReactNode } from 'react';
import { PersonCard } from '../features/people/person-card.tsx';
import { TicketPane } from '../features/tickets/ticket-pane.tsx';
import type { Ticket } from '../lib/api-types.ts';
import { MessageSlotContext, type MessageSlot } from '../lib/message-slot.ts';
import { MessageAgreement, TicketActs, TicketNotes, TicketPanels } from './ticket-work.tsx';
import { TicketSpamAct, TicketSpamNote } from './ticket-spam.tsx';
import { ReadOnSight } from './notices.tsx';

const cardOf = (ticket: Ticket): ReactNode => (
  <>
    <ReadOnSight ticketId={ticket.id} />
    <PersonCard
      personId={ticket.requester.id}
      shownNumber={ticket.number}
      organization={ticket.organization}
    />
    <TicketPanels ticket={ticket} />
  </>
);
const actsOf = (ticket: Ticket): ReactNode => (
  <>
    <TicketSpamAct ticket={ticket} />
    <TicketActs ticket={ticket} />
  </>
);
const notesOf = (ticket: Ticket): ReactNode => (
  <>
    <TicketSpamNote ticket={ticket} />
    <TicketNotes ticket={ticket} />
  </>
);

const belowOf: MessageSlot = (ticket, message) => (
  <MessageAgreement ticket={ticket} message={message} />
);

/** Where the ticket meets its customer's card: neither feature knows the other. */
export function OpenedTicket() {
  return (
    <MessageSlotContext value={belowOf}>
      <TicketPane card={cardOf} acts={actsOf} notes={notesOf} />
    </MessageSlotContext>
  );
}
