import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconMailCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty, Loaded } from '../../../../../ui/states.tsx';
import { TimeText } from '../../../../../ui/time-text.tsx';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import { wordsOf } from '../../../lib/problem.ts';
import classes from '../settings.module.css';
import { useSave } from '../use-save.ts';
import type { Failure } from './types.ts';
import { useProblemWords } from './use-problem-words.ts';

/** Letters and calls that reached nobody: whom, why, and once more. */
export function Failures() {
  const { t } = useTranslation();
  const failures = useInfiniteQuery({
    queryKey: ['notification-failures'],
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Failure>>('/notification-failures', { limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });
  return (
    <Loaded
      of={failures}
      wordsOf={wordsOf}
      isEmpty={(list) => list.pages.every((page) => page.items.length === 0)}
      empty={
        <Empty
          icon={<IconMailCheck size={30} stroke={1.4} />}
          title={t('told.failures.empty')}
          text={t('told.failures.emptyText')}
        />
      }
    >
      {(list) => (
        <>
          <ul className={classes.list}>
            {list.pages
              .flatMap((page) => page.items)
              .map((failure) => (
                <Line key={failure.id} failure={failure} />
              ))}
          </ul>
          {failures.hasNextPage && (
            <div>
              <Button
                variant="default"
                loading={failures.isFetchingNextPage}
                onClick={() => void failures.fetchNextPage()}
              >
                {t('settings.audit.more')}
              </Button>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

function Line({ failure }: { failure: Failure }) {
  const { t } = useTranslation();
  const { id, way, kind, to, ticketNumber, problem, attempts, finishedAt, createdAt } = failure;
  const sayProblem = useProblemWords();
  const again = useSave(() => api.post(`/notification-failures/${id}/replay`), {
    touches: ['notification-failures'],
    said: t('told.failures.sent'),
  });
  return (
    <li className={classes.item}>
      <span className={classes.itemMain}>
        <span className={classes.itemName}>
          {to.name || t('told.failures.nobody')}
          {to.isCustomer && ` · ${t('told.failures.customer')}`}
        </span>
        <span className={classes.itemMore}>
          {t(`told.failures.way.${way}`)} ·{' '}
          {t(`told.failures.kind.${kind}`, { defaultValue: t('told.failures.kind.notices') })} ·{' '}
          <TimeText at={finishedAt ?? createdAt} /> ·{' '}
          {t('settings.letters.attempts', { count: attempts })}
        </span>
      </span>
      {ticketNumber !== null && (
        <Button variant="subtle" component={Link} to={`/tickets/${ticketNumber}`}>
          #{ticketNumber}
        </Button>
      )}
      <Button variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
        {t('told.failures.again')}
      </Button>
      <p className={classes.problem}>{sayProblem(problem)}</p>
    </li>
  );
}
