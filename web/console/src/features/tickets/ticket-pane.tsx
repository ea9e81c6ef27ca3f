import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { startTransition, useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { Failure, Skeleton } from '../../../../ui/states.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { ticketQuery } from '../../lib/tickets.ts';
import { Composer } from './composer.tsx';
import { TicketFields } from './ticket-fields.tsx';
import { TicketHeader } from './ticket-header.tsx';
import classes from './ticket-pane.module.css';
import { Timeline } from './timeline.tsx';

/** What other features show of a ticket: neither knows the other. */
type Slot = (ticket: Ticket) => ReactNode;
type Slots = { card: Slot; acts?: Slot; notes?: Slot };

/** One ticket: what it is, what was said, and the answer; the person's card stands beside it. */
export function TicketPane(slots: Slots) {
  const { number: wanted = '' } = useParams({ strict: false });
  // The row is marked at once; the conversation is drawn right after it, and given up when j is pressed again.
  const number = useDeferredValue(wanted);
  const ticket = useQuery(ticketQuery(number));
  if (!ticket.data) {
    return (
      <section className={classes.pane}>
        {ticket.error ? (
          <Failure {...wordsOf(ticket.error)} onRetry={() => void ticket.refetch()} />
        ) : (
          <Skeleton rows={7} />
        )}
      </section>
    );
  }
  return <OpenTicket key={ticket.data.id} ticket={ticket.data} {...slots} />;
}

function OpenTicket({ ticket, card, acts, notes }: { ticket: Ticket } & Slots) {
  const navigate = useNavigate();
  const [cardShown, showCard] = useState(false);
  useAction('ticket.back', () => void navigate({ to: '/tickets', search: true }));
  return (
    <div className={classes.both} data-card={cardShown || undefined}>
      <section className={classes.pane} id="ticket" tabIndex={-1} aria-labelledby="ticket-subject">
        <TicketHeader
          ticket={ticket}
          cardShown={cardShown}
          onCard={() => showCard(!cardShown)}
          acts={acts?.(ticket)}
        />
        <TicketFields ticket={ticket} />
        {notes?.(ticket)}
        <Timeline ticket={ticket} />
        <Composer ticket={ticket} />
      </section>
      <div className={classes.card}>
        <AfterPaint>{card(ticket)}</AfterPaint>
      </div>
    </div>
  );
}

/** What stands beside the conversation waits until that is painted; who presses j again never draws it. */
function AfterPaint({ children }: { children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setDue(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return due ? children : null;
}
