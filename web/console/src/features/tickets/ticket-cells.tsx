import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PriorityMark } from '../../../../ui/marks.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import type { ColumnName } from './desk-search.ts';
import classes from './ticket-list.module.css';

/** The least width of a column in pixels, and its share of what is left. */
const widths: Record<ColumnName, readonly [number, number]> = {
  requester: [96, 1.2],
  organization: [96, 1.2],
  assignee: [88, 1],
  team: [80, 1],
  priority: [96, 0],
  type: [96, 0.6],
  category: [80, 1],
  tags: [80, 1],
  region: [70, 0.7],
  created: [86, 0],
  updated: [86, 0],
};
const numberWidth = 58;
const subjectWidth = 170;
const gap = 12;

const columnOf = ([least, share]: readonly [number, number]) =>
  share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;

/** Shared by the head and the rows, so that they stand below each other. */
export const cellWidths = (columns: readonly ColumnName[]): string =>
  [
    `${numberWidth}px`,
    `minmax(${subjectWidth}px, 3fr)`,
    ...columns.map((name) => columnOf(widths[name])),
  ].join(' ');

/** Narrower than this the table is scrolled sideways; in pixels. */
export const leastWidth = (columns: readonly ColumnName[]): number =>
  columns.length === 0
    ? 0
    : columns.reduce((sum, name) => sum + widths[name][0] + gap, numberWidth + subjectWidth + 62);

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
