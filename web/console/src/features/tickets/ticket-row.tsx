import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { PriorityMark, StatusMark } from '../../../../ui/marks.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import classes from './ticket-list.module.css';

export const rowHeight = 62;

type Props = {
  ticket: Ticket;
  selected: boolean;
  /** Of the list's address, with its question mark; it stays when a ticket is opened. */
  search: string;
  onAim: (number: string) => void;
  onOpen: (number: string) => void;
};

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The customer spoke last and nobody has answered. */
const waits = ({ lastMessageBy, status }: Ticket) =>
  lastMessageBy === 'customer' && status !== 'solved' && status !== 'closed';

// A plain anchor: the router's Link costs several times a row, and scrolling makes hundreds a second.
function Row({ ticket, selected, search, onAim, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <a
      href={`/tickets/${ticket.number}${search}`}
      className={classes.row}
      data-selected={selected || undefined}
      aria-current={selected ? 'page' : undefined}
      onClick={(event) => {
        if (isPlain(event)) {
          event.preventDefault();
          onOpen(String(ticket.number));
        }
      }}
      data-waits={waits(ticket) || undefined}
      data-number={ticket.number}
      onPointerEnter={() => onAim(String(ticket.number))}
    >
      <span className={classes.status}>
        <StatusMark status={ticket.status} iconOnly />
      </span>
      <span className={classes.subject}>{ticket.subject || t('tickets.noSubject')}</span>
      <TimeText
        at={ticket.lastMessageAt ?? ticket.updatedAt}
        as="short"
        className={classes.time ?? ''}
      />
      <span className={classes.second}>
        <span className={classes.who}>{ticket.requester.name}</span>
        <span className={classes.preview}>{ticket.preview}</span>
      </span>
      <span className={classes.marks}>
        {ticket.priority !== 'normal' && <PriorityMark priority={ticket.priority} iconOnly />}
        {ticket.assignee && (
          <span title={t('tickets.assignedTo', { name: ticket.assignee.name })}>
            <Initials name={ticket.assignee.name} size={20} />
            <span className="sr-only">{ticket.assignee.name}</span>
          </span>
        )}
      </span>
    </a>
  );
}

export const TicketRow = memo(Row);
