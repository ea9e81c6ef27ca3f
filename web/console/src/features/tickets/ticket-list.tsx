import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../../../ui/states.tsx';
import type { Ticket } from '../../lib/api-types.ts';
import type { TicketFilter } from '../../lib/ticket-filter.ts';
import { wordsOf } from '../../lib/problem.ts';
import { prefetchTicket } from '../../lib/tickets.ts';
import { moveCursor, useCursor } from './cursor.ts';
import { useColumns, useDeskFilter, useQuickFind, type Column } from './desk-search.ts';
import { EmptyList } from './empty-list.tsx';
import { selection, useIsSelecting } from './selection.ts';
import { cellWidths, leastWidth } from './ticket-cells.tsx';
import { cellRowHeight, rowHeight, TicketRow } from './ticket-row.tsx';
import classes from './ticket-list.module.css';
import { mostFound, useLiveRows } from './use-live-rows.ts';
import { useMoves } from './use-moves.ts';
import { useSelecting } from './use-selecting.ts';
import { useSteadyScroll } from './use-steady-scroll.ts';
import { useWindow } from './use-window.ts';

const bulkBar = () => import('./bulk-bar.tsx');
const BulkBar = lazy(async () => ({ default: (await bulkBar()).BulkBar }));

/** Dense, virtual and live: what is under the eyes does not jump when news comes in above it. */
export function TicketList({ wide }: { wide: boolean }) {
  const filter = useDeskFilter();
  const typed = useQuickFind();
  const chosenColumns = useColumns();
  const { query, rows, isFound, isSearching } = useLiveRows(filter, typed);
  const list = JSON.stringify(filter);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const onEnd = useCallback(
    // A list that is just being asked anew must not lose that to its next page.
    () => void (isFetchingNextPage || fetchNextPage({ cancelRefetch: false })),
    [isFetchingNextPage, fetchNextPage],
  );
  if (!rows || rows.length === 0) {
    const isComing = isSearching || !rows;
    return query.error && !rows ? (
      <Failure {...wordsOf(query.error)} onRetry={() => void query.refetch()} />
    ) : (
      <NoRows isComing={isComing} filter={filter} typed={typed} />
    );
  }
  return (
    <>
      {typed && <FoundLine count={rows.length} isFound={isFound} typed={typed} />}
      <Rows
        key={list}
        list={list}
        rows={rows}
        columns={wide ? chosenColumns : noColumns}
        narrowed={typed !== ''}
        hasMore={hasNextPage && !typed}
        onEnd={onEnd}
      />
      <Chosen list={list} filter={filter} rows={rows} isWhole={!hasNextPage && !typed} />
    </>
  );
}

type ChosenProps = { list: string; filter: TicketFilter; rows: Ticket[]; isWhole: boolean };

function Chosen(props: ChosenProps) {
  return useIsSelecting(props.list) ? (
    <Suspense>
      <BulkBar {...props} />
    </Suspense>
  ) : null;
}

function NoRows(props: { isComing: boolean; filter: TicketFilter; typed: string }) {
  const { isComing, filter, typed } = props;
  return isComing ? (
    <Skeleton rows={8} />
  ) : (
    <EmptyList view={filter.view} narrowed={typed !== '' || Object.keys(filter).length > 1} />
  );
}

/** Whether these are all, or only what is loaded until the server has answered. */
function FoundLine(props: { count: number; isFound: boolean; typed: string }) {
  const { t } = useTranslation();
  const { count, isFound, typed } = props;
  return (
    <output className={classes.found}>
      {isFound ? t('tickets.foundEverywhere', { count }) : t('tickets.foundAmongLoaded', { count })}
      {isFound ? ' ' : ` · ${t('tickets.searching')}`}
      {isFound && count >= mostFound && `${t('tickets.foundMost', { count })} `}
      {isFound && (
        <Link to="/search" search={{ q: typed }} className={classes.foundMore}>
          {t('tickets.openSearch')}
        </Link>
      )}
    </output>
  );
}

function leaveList(): void {
  selection.clear();
  moveCursor(undefined);
}

const noColumns: readonly Column[] = [];
/** So many rows before the end the next page is asked for; more of them once somebody scrolls through the whole list. */
const aheadOf = (loaded: number): number => (loaded < 500 ? 200 : 800);

type RowsProps = {
  list: string;
  rows: Ticket[];
  columns: readonly Column[];
  narrowed: boolean;
  hasMore: boolean;
  onEnd: () => void;
};

function Rows({ list, rows, columns, narrowed, hasMore, onEnd }: RowsProps) {
  const { t } = useTranslation();
  const scroll = useRef<HTMLDivElement>(null);
  const { number: opened } = useParams({ strict: false });
  const number = useCursor(opened);
  const height = columns.length > 0 ? cellRowHeight : rowHeight;
  const { first, last } = useWindow(scroll, { count: rows.length, height, overscan: 10 });
  const rowProps = useRowProps(list, rows);
  useSteadyScroll(scroll, rows, height);
  useMoves({ rows, number, scroll, height });
  useSelecting({ list, rows, number, narrowed });
  useEffect(() => {
    if (hasMore && last >= rows.length - aheadOf(rows.length)) {
      onEnd();
    }
  }, [hasMore, last, rows.length, onEnd]);
  useEffect(() => leaveList, []);
  // The keys of a selection must mean something with the first row chosen.
  useEffect(() => {
    const timer = setTimeout(() => void bulkBar().catch(() => undefined), 2000);
    return () => clearTimeout(timer);
  }, []);
  const whole = rows.length * height;
  return (
    <div ref={scroll} className={classes.scroll} style={layoutOf(columns, height)}>
      {columns.length > 0 && <Head columns={columns} />}
      <ul
        className={classes.list}
        style={{ height: whole + (hasMore ? height : 0) }}
        aria-label={t('tickets.list')}
      >
        {rows.slice(first, last + 1).map((ticket, at) => (
          <li
            key={ticket.id}
            className={classes.slot}
            style={{ transform: `translateY(${(first + at) * height}px)` }}
            aria-setsize={hasMore ? -1 : rows.length}
            aria-posinset={first + at + 1}
          >
            <TicketRow
              ticket={ticket}
              current={String(ticket.number) === number}
              columns={columns}
              {...rowProps}
            />
          </li>
        ))}
        {hasMore && (
          <li className={classes.more} style={{ top: whole }}>
            {t('tickets.loadingMore')}
          </li>
        )}
      </ul>
    </div>
  );
}

const layoutOf = (columns: readonly Column[], height: number) =>
  ({
    '--cells': cellWidths(columns),
    '--least': `${leastWidth(columns)}px`,
    '--row': `${height}px`,
  }) as CSSProperties;

/** The same functions at every drawing, so that a row is drawn again only when its ticket is another. */
function useRowProps(list: string, rows: Ticket[]) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const search = useRouterState({ select: (state) => state.location.searchStr });
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  const onOpen = useCallback(
    (number: string) => {
      moveCursor(number);
      void navigate({ to: '/tickets/$number', params: { number }, search: true });
    },
    [navigate],
  );
  const onAim = useCallback((aimed: string) => prefetchTicket(cache, aimed), [cache]);
  const onSelect = useCallback(
    (id: string, how: 'one' | 'range') => {
      if (how === 'one') {
        selection.toggle(list, id);
      } else {
        const order = latest.current.map((ticket) => ticket.id);
        selection.range(list, order, id);
      }
    },
    [list],
  );
  return { list, search, onOpen, onAim, onSelect };
}

function Head({ columns }: { columns: readonly Column[] }) {
  const { t } = useTranslation();
  return (
    <div className={classes.head} aria-hidden="true">
      <span className={classes.cells}>
        <span>{t('tickets.column.number')}</span>
        <span>{t('tickets.field.subject')}</span>
        {columns.map(({ name, title }) => (
          <span key={name} title={title}>
            {title}
          </span>
        ))}
      </span>
    </div>
  );
}
