import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { PriorityMark, StatusMark } from '../../../../ui/marks.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import classes from './ticket-list.module.css';

export const rowHeight = 62;

type Props = { ticket: Ticket; selected: boolean; onAim: (number: string) => void };

function Row({ ticket, selected, onAim }: Props) {
  const { t } = useTranslation();
  const waits =
    ticket.lastMessageBy === 'customer' && ticket.status !== 'solved' && ticket.status !== 'closed';
  return (
    <Link
      to="/tickets/$number"
      params={{ number: String(ticket.number) } as never}
      search={true as never}
      className={classes.row}
      data-selected={selected || undefined}
      data-waits={waits || undefined}
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
    </Link>
  );
}

export const TicketRow = memo(Row);
