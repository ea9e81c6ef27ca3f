import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PriorityMark } from '../../../../ui/marks.tsx';
import { useUiLocale } from '../../../../ui/locale.tsx';
import { TimeText } from '../../../../ui/time-text.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { sayOwnValue } from '../../lib/own-value.ts';
import type { Column, ColumnName } from './desk-search.ts';
import classes from './ticket-list.module.css';

/** The least width of a column in pixels, and its share of what is left. */
type Width = readonly [number, number];
const widths: Readonly<Record<string, Width>> = {
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

/** Of an own field, whatever it is. */
const ownWidth: Width = [104, 1];
const widthOf = ({ name }: Column): Width => widths[name] ?? ownWidth;

const columnOf = ([least, share]: Width) =>
  share === 0 ? `${least}px` : `minmax(${least}px, ${share}fr)`;

/** Shared by the head and the rows, so that they stand below each other. */
export const cellWidths = (columns: readonly Column[]): string =>
  [
    `${numberWidth}px`,
    `minmax(${subjectWidth}px, 3fr)`,
    ...columns.map((column) => columnOf(widthOf(column))),
  ].join(' ');

/** Narrower than this the table is scrolled sideways; in pixels. */
export const leastWidth = (columns: readonly Column[]): number =>
  columns.length === 0
    ? 0
    : columns.reduce(
        (sum, column) => sum + widthOf(column)[0] + gap,
        numberWidth + subjectWidth + 62,
      );

export function TicketCells({ ticket, columns }: { ticket: Ticket; columns: readonly Column[] }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.number}>#{ticket.number}</span>
      <span className={classes.subject}>{ticket.subject || t('tickets.noSubject')}</span>
      {columns.map(({ name }) => (
        <span key={name} className={classes.cell}>
          <Cell ticket={ticket} name={name} />
        </span>
      ))}
    </>
  );
}

const isOwn = (name: ColumnName): name is `fields.${string}` => name.startsWith('fields.');

function Cell({ ticket, name }: { ticket: Ticket; name: ColumnName }): ReactNode {
  const { t } = useTranslation();
  const locale = useUiLocale();
  if (isOwn(name)) {
    return sayOwnValue(ticket.fields[name.slice('fields.'.length)], t, locale);
  }
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
