import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, Skeleton } from '../../../../ui/states.tsx';
import { useAction } from '../../lib/actions.ts';
import type { Ticket } from '../../lib/api-types.ts';
import { wordsOf } from '../../lib/problem.ts';
import { prefetchTicket } from '../../lib/tickets.ts';
import { useDeskFilter, useQuickFind } from './desk-search.ts';
import { EmptyList } from './empty-list.tsx';
import { rowHeight, TicketRow } from './ticket-row.tsx';
import classes from './ticket-list.module.css';
import { useLiveRows } from './use-live-rows.ts';

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
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    getItemKey: (at) => rows[at]?.id ?? at,
  });
  const onAim = useCallback((aimed: string) => prefetchTicket(cache, aimed), [cache]);
  useSteadyScroll(scroll, rows);
  useMoves({ rows, number, scroll, toRow: (at) => virtual.scrollToIndex(at) });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= rows.length - 12) {
      onEnd();
    }
  }, [hasMore, last, rows.length, onEnd]);
  return (
    <div ref={scroll} className={classes.scroll}>
      <ul
        className={classes.list}
        style={{ height: virtual.getTotalSize() + (hasMore ? rowHeight : 0) }}
        aria-label={t('tickets.list')}
      >
        {shown.map((slot) => {
          const ticket = rows[slot.index];
          return ticket ? (
            <li
              key={ticket.id}
              className={classes.slot}
              style={{ transform: `translateY(${slot.start}px)` }}
              aria-setsize={hasMore ? -1 : rows.length}
              aria-posinset={slot.index + 1}
            >
              <TicketRow
                ticket={ticket}
                selected={String(ticket.number) === number}
                onAim={onAim}
              />
            </li>
          ) : null;
        })}
        {hasMore && (
          <li className={classes.more} style={{ top: virtual.getTotalSize() }}>
            {t('tickets.loadingMore')}
          </li>
        )}
      </ul>
    </div>
  );
}

/** Rows that come or go above the first visible one must not move it. */
function useSteadyScroll(scroll: RefObject<HTMLDivElement | null>, rows: Ticket[]) {
  const anchor = useRef<{ id: string; offset: number } | null>(null);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box && anchor.current && box.scrollTop > 0) {
      const { id, offset } = anchor.current;
      const at = rows.findIndex((ticket) => ticket.id === id);
      if (at >= 0) {
        box.scrollTop = at * rowHeight + offset;
      }
    }
  }, [rows, scroll]);
  useEffect(() => {
    const box = scroll.current;
    const remember = () => {
      const at = Math.floor((box?.scrollTop ?? 0) / rowHeight);
      const first = rows[at];
      anchor.current = first
        ? { id: first.id, offset: (box?.scrollTop ?? 0) - at * rowHeight }
        : null;
    };
    remember();
    box?.addEventListener('scroll', remember, { passive: true });
    return () => box?.removeEventListener('scroll', remember);
  }, [rows, scroll]);
}

type Moves = {
  rows: Ticket[];
  number: string | undefined;
  scroll: RefObject<HTMLDivElement | null>;
  toRow: (at: number) => void;
};

/** j and k; the neighbours are fetched ahead, so that moving never waits for the network. */
function useMoves({ rows, number, scroll, toRow }: Moves) {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const lastAt = useRef(0);
  const at = number ? rows.findIndex((ticket) => String(ticket.number) === number) : -1;
  useEffect(() => {
    if (at < 0) {
      return;
    }
    lastAt.current = at;
    toRow(at);
    for (const neighbour of [rows[at + 1], rows[at - 1]]) {
      if (neighbour) {
        prefetchTicket(cache, String(neighbour.number));
      }
    }
    // Only a move of the selection scrolls; news in the list does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [number]);
  const move = (step: 1 | -1) => {
    const gone = at < 0 && number !== undefined;
    const from = gone ? lastAt.current - (step === 1 ? 1 : 0) : at;
    const target = rows[Math.min(rows.length - 1, Math.max(0, from + step))];
    if (!target) {
      return;
    }
    const inList = scroll.current?.contains(document.activeElement) ?? false;
    void navigate({
      to: '/tickets/$number',
      params: { number: String(target.number) },
      search: true,
    } as never);
    if (inList) {
      requestAnimationFrame(() =>
        scroll.current?.querySelector<HTMLElement>(`[data-number="${target.number}"]`)?.focus(),
      );
    }
  };
  useAction('list.next', () => move(1));
  useAction('list.previous', () => move(-1));
  useAction('list.open', () => document.getElementById('ticket')?.focus());
}
