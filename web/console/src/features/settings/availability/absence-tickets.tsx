import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Loaded } from '../../../../../ui/states.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import type { AbsenceTicket } from '../../../parts/availability/types.ts';
import classes from '../settings.module.css';

/** What was handed over, to whom, and what became of it; a page at a time. */
export function AbsenceTickets({ absenceId }: { absenceId: string }) {
  const { t } = useTranslation();
  const path = `/absences/${absenceId}/tickets`;
  const pages = useInfiniteQuery({
    queryKey: ['availability', path],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<AbsenceTicket>>(path, { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  const list = { ...pages, data: pages.data?.pages.flatMap(({ items }) => items) };
  return (
    <Loaded
      of={list}
      wordsOf={wordsOf}
      skeletonRows={2}
      empty={<p className={classes.hint}>{t('availability.absence.noTickets')}</p>}
    >
      {(tickets) => (
        <>
          <ul className={classes.steps}>
            {tickets.map(({ ticket, to, state }) => (
              <li key={ticket.id} className={classes.itemMore}>
                <Link to={`/tickets/${ticket.number}` as string}>
                  #{ticket.number} {ticket.subject}
                </Link>{' '}
                → {to?.name ?? t('availability.absence.sentence.team')} ·{' '}
                {t(`availability.absence.ticketState.${state}`)}
              </li>
            ))}
          </ul>
          {pages.hasNextPage && (
            <Button
              variant="subtle"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              {t('availability.absence.more')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
