import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { StatusMark } from '../../../ui/marks.tsx';
import { Failure, Skeleton } from '../../../ui/states.tsx';
import { TimeText } from '../../../ui/time-text.tsx';
import { wordsOf } from './problem.ts';
import type { TicketFilter } from './ticket-filter.ts';
import classes from './ticket-lines.module.css';
import { ticketListQuery } from './tickets.ts';

/** A short live list of tickets: of a person, of an organization. */
export function TicketLines(props: { filter: TicketFilter; except?: number; empty: string }) {
  const { t } = useTranslation();
  const tickets = useInfiniteQuery(ticketListQuery(props.filter));
  if (!tickets.data) {
    return tickets.error ? (
      <Failure {...wordsOf(tickets.error)} onRetry={() => void tickets.refetch()} />
    ) : (
      <Skeleton rows={2} />
    );
  }
  const all = tickets.data.pages
    .flatMap((page) => page.items)
    .filter((each) => each.number !== props.except);
  if (all.length === 0) {
    return <p className={classes.empty}>{props.empty}</p>;
  }
  return (
    <>
      <ul className={classes.lines}>
        {all.map((ticket) => (
          <li key={ticket.id}>
            <Link
              to="/tickets/$number"
              params={{ number: String(ticket.number) }}
              className={classes.line}
            >
              <StatusMark status={ticket.status} iconOnly />
              <span className={classes.subject}>{ticket.subject || t('tickets.noSubject')}</span>
              <TimeText at={ticket.updatedAt} as="short" className={classes.time ?? ''} />
            </Link>
          </li>
        ))}
      </ul>
      {tickets.hasNextPage && (
        <Button
          variant="subtle"
          loading={tickets.isFetchingNextPage}
          onClick={() => void tickets.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </>
  );
}
