import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Page, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import type { TicketFilter } from '../../lib/ticket-filter.ts';
import { ticketListQuery } from '../../lib/tickets.ts';

/** What one looks through by eye; whoever wants more opens the page of search. */
export const mostFound = 60;
/** What was found changes under others' hands too. */
const againMs = 15_000;

type Hits = { items: { kind: string; id: string }[] };

/** All tickets that have these words, the best first. */
function useFound(typed: string) {
  return useQuery({
    queryKey: ['found', typed],
    queryFn: async ({ signal }) => {
      const asked = { q: typed, kind: 'ticket', typing: true, limit: mostFound };
      const ids = (await api.get<Hits>('/search', asked, signal)).items.map(({ id }) => id);
      if (ids.length === 0) {
        return [];
      }
      const rows = { ids: ids.join(','), limit: mostFound };
      const { items } = await api.get<Page<Ticket>>('/tickets', rows, signal);
      return items.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
    },
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    refetchInterval: againMs,
    staleTime: 1_000,
    retry: false,
  });
}

/**
 * The loaded rows of a list in one array. With words in the quick search: at once those of them that have the words, then all
 * tickets that the server finds, in whatever view they stand.
 */
export function useLiveRows(filter: TicketFilter, typed: string) {
  const words = typed.trim();
  const query = useInfiniteQuery(ticketListQuery(filter));
  const found = useFound(words);
  const all = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const isFound = words !== '' && found.data !== undefined && !found.isPlaceholderData;
  const rows = useMemo(() => {
    if (words === '') {
      return all;
    }
    return isFound ? newest(found.data ?? [], all) : all?.filter((each) => speaksOf(each, words));
  }, [all, words, isFound, found.data]);
  return { query, rows, all, isFound, isSearching: words !== '' && found.isFetching && !isFound };
}

/** As the stream has brought them meanwhile. */
function newest(found: readonly Ticket[], all: readonly Ticket[] = []): Ticket[] {
  const known = new Map(all.map((ticket) => [ticket.id, ticket]));
  return found.map((ticket) => {
    const other = known.get(ticket.id);
    return other && other.version > ticket.version ? other : ticket;
  });
}

function speaksOf(ticket: Ticket, typed: string): boolean {
  const text =
    `#${ticket.number} ${ticket.subject} ${ticket.requester.name} ${ticket.requester.email ?? ''} ${ticket.preview} ${ticket.tags.join(' ')}`.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
