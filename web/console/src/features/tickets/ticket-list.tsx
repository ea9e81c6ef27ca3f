import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../../../ui/states.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { prefetchTicket } from '../../lib/tickets.ts';
import { useDeskFilter, useQuickFind } from './desk-search.ts';
import { EmptyList } from './empty-list.tsx';
import { rowHeight, TicketRow } from './ticket-row.tsx';
import classes from './ticket-list.module.css';
import { useLiveRows } from './use-live-rows.ts';
import { useMoves } from './use-moves.ts';
import { useSteadyScroll } from './use-steady-scroll.ts';
import { useWindow } from './use-window.ts';

/** Dense, virtual and live: what is under the eyes does not jump when news comes in above it. */
export function TicketList() {
  const { t } = useTranslation();
  const filter = useDeskFilter();
  const typed = useQuickFind();
  const { query, rows } = useLiveRows(filter, typed);
  if (!rows) {
    return query.error ? (
      <Failure {...wordsOf(query.error)} onRetry={() => void query.refetch()} />
    ) : (
      <Skeleton rows={8} />
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyList view={filter.view} narrowed={typed !== '' || Object.keys(filter).length > 1} />
    );
  }
  return (
    <>
      {typed && (
        <p className={classes.found}>{t('tickets.foundAmongLoaded', { count: rows.length })}</p>
      )}
      <Rows
        key={JSON.stringify(filter)}
        rows={rows}
        hasMore={query.hasNextPage && !typed}
        onEnd={() => void (query.isFetchingNextPage || query.fetchNextPage())}
      />
    </>
  );
}

type RowsProps = { rows: Ticket[]; hasMore: boolean; onEnd: () => void };

function Rows({ rows, hasMore, onEnd }: RowsProps) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const scroll = useRef<HTMLDivElement>(null);
  const { number } = useParams({ strict: false }) as { number?: string };
  const { first, last } = useWindow(scroll, { count: rows.length, height: rowHeight, overscan: 8 });
  const navigate = useNavigate();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const onOpen = useCallback(
    (opened: string) =>
      void navigate({ to: '/tickets/$number', params: { number: opened }, search: true } as never),
    [navigate],
  );
  const onAim = useCallback((aimed: string) => prefetchTicket(cache, aimed), [cache]);
  useSteadyScroll(scroll, rows);
  useMoves({ rows, number, scroll });
  useEffect(() => {
    if (hasMore && last >= rows.length - 12) {
      onEnd();
    }
  }, [hasMore, last, rows.length, onEnd]);
  const height = rows.length * rowHeight;
  return (
    <div ref={scroll} className={classes.scroll}>
      <ul
        className={classes.list}
        style={{ height: height + (hasMore ? rowHeight : 0) }}
        aria-label={t('tickets.list')}
      >
        {rows.slice(first, last + 1).map((ticket, at) => (
          <li
            key={ticket.id}
            className={classes.slot}
            style={{ transform: `translateY(${(first + at) * rowHeight}px)` }}
            aria-setsize={hasMore ? -1 : rows.length}
            aria-posinset={first + at + 1}
          >
            <TicketRow
              ticket={ticket}
              selected={String(ticket.number) === number}
              search={search}
              onAim={onAim}
              onOpen={onOpen}
            />
          </li>
        ))}
        {hasMore && (
          <li className={classes.more} style={{ top: height }}>
            {t('tickets.loadingMore')}
          </li>
        )}
      </ul>
    </div>
  );
}
