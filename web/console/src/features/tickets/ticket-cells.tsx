import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PriorityMark } from '../../../../ui/marks.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import type { ColumnName } from './desk-search.ts';
import classes from './ticket-list.module.css';

/** Widths are shared by the head and the rows, so that they stand below each other. */
const widths: Record<ColumnName, string> = {
  requester: 'minmax(110px, 1.2fr)',
  organization: 'minmax(110px, 1.2fr)',
  assignee: 'minmax(100px, 1fr)',
  team: 'minmax(90px, 1fr)',
  priority: '100px',
  type: '120px',
  category: 'minmax(90px, 1fr)',
  tags: 'minmax(90px, 1fr)',
  region: 'minmax(80px, 0.7fr)',
  created: '104px',
  updated: '104px',
};

export const cellWidths = (columns: readonly ColumnName[]): string =>
  ['62px', 'minmax(200px, 3fr)', ...columns.map((name) => widths[name])].join(' ');

export function TicketCells({
  ticket,
  columns,
}: {
  ticket: Ticket;
  columns: readonly ColumnName[];
}) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.number}>#{ticket.number}</span>
      <span className={classes.subject}>{ticket.subject || t('tickets.noSubject')}</span>
      {columns.map((name) => (
        <span key={name} className={classes.cell}>
          <Cell ticket={ticket} name={name} />
        </span>
      ))}
    </>
  );
}

function Cell({ ticket, name }: { ticket: Ticket; name: ColumnName }): ReactNode {
  const { t } = useTranslation();
  switch (name) {
    case 'priority':
      return <PriorityMark priority={ticket.priority} />;
    case 'type':
      return t(`tickets.type.${ticket.type}`);
    case 'tags':
      return ticket.tags.join(', ');
    case 'region':
      return ticket.region;
    case 'created':
      return <TimeText at={ticket.createdAt} as="short" />;
    case 'updated':
      return <TimeText at={ticket.updatedAt} as="short" />;
    default:
      return ticket[name]?.name;
  }
}
