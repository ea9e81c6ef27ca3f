import { IconCheck } from '@tabler/icons-react';
import { memo, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Initials } from '../../../../ui/initials.tsx';
import { PriorityMark, StatusMark } from '../../../../ui/marks.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import { useOwnLook } from '../../lib/own-statuses.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { ClockMark } from './clock-mark.tsx';
import type { Column } from './desk-search.ts';
import { useIsSelected } from './selection.ts';
import { TicketCells } from './ticket-cells.tsx';
import classes from './ticket-list.module.css';

export const rowHeight = 62;
export const cellRowHeight = 42;

type Props = {
  ticket: Ticket;
  current: boolean;
  list: string;
  /** Of the list's address, with its question mark; it stays when a ticket is opened. */
  search: string;
  columns: readonly Column[];
  onAim: (number: string) => void;
  onOpen: (number: string) => void;
  onSelect: (id: string, how: 'one' | 'range') => void;
};

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** The customer spoke last and nobody has answered. */
const waits = ({ lastMessageBy, status }: Ticket) =>
  lastMessageBy === 'customer' && status !== 'solved' && status !== 'closed';

// A plain anchor: the router's Link costs several times a row, and scrolling makes hundreds a second.
function Row(props: Props) {
  const { ticket, current, list, search, columns, onAim, onOpen } = props;
  const chosen = useIsSelected(list, ticket.id);
  return (
    <div
      className={classes.row}
      data-current={current || undefined}
      data-chosen={chosen || undefined}
      data-waits={waits(ticket) || undefined}
      data-cells={columns.length > 0 || undefined}
    >
      <Check ticket={ticket} chosen={chosen} onSelect={props.onSelect} />
      <a
        href={`/tickets/${ticket.number}${search}`}
        className={columns.length > 0 ? classes.cells : classes.link}
        aria-current={current ? 'page' : undefined}
        data-number={ticket.number}
        onPointerEnter={() => onAim(String(ticket.number))}
        onClick={(event) => {
          if (event.shiftKey && event.button === 0) {
            event.preventDefault();
            props.onSelect(ticket.id, 'range');
          } else if (isPlain(event)) {
            event.preventDefault();
            onOpen(String(ticket.number));
          }
        }}
      >
        {columns.length > 0 ? (
          <TicketCells ticket={ticket} columns={columns} />
        ) : (
          <Lines {...{ ticket }} />
        )}
      </a>
    </div>
  );
}

type CheckProps = Pick<Props, 'ticket' | 'onSelect'> & { chosen: boolean };

/** The mark of the status, and below the pointer a box to choose the row by. */
function Check({ ticket, chosen, onSelect }: CheckProps) {
  const { t } = useTranslation();
  return (
    <label className={classes.check}>
      <input
        type="checkbox"
        className="sr-only"
        tabIndex={-1}
        checked={chosen}
        aria-label={t('tickets.select.one', { number: ticket.number })}
        onChange={({ nativeEvent }) =>
          onSelect(ticket.id, (nativeEvent as PointerEvent).shiftKey ? 'range' : 'one')
        }
      />
      <span className={classes.box} aria-hidden="true">
        {chosen && <IconCheck size={12} stroke={3} />}
      </span>
      <span className={classes.status}>
        <StatusMark status={ticket.status} own={useOwnLook(ticket)} iconOnly />
      </span>
    </label>
  );
}

function Lines({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.line}>
        <span className={classes.subject}>{ticket.subject || t('tickets.noSubject')}</span>
        <TimeText
          at={ticket.lastMessageAt ?? ticket.updatedAt}
          as="short"
          className={classes.time ?? ''}
        />
      </span>
      <span className={classes.line}>
        <span className={classes.second}>
          <span className={classes.who}>{ticket.requester.name}</span>
          <span className={classes.preview}>{ticket.preview}</span>
        </span>
        <span className={classes.marks}>
          {ticket.clock && <ClockMark clock={ticket.clock} />}
          {ticket.priority !== 'normal' && <PriorityMark priority={ticket.priority} iconOnly />}
          {ticket.assignee && (
            <span title={t('tickets.assignedTo', { name: ticket.assignee.name })}>
              <Initials name={ticket.assignee.name} size={20} />
              <span className="sr-only">{ticket.assignee.name}</span>
            </span>
          )}
        </span>
      </span>
    </>
  );
}

export const TicketRow = memo(Row);
