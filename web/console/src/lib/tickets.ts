import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Message, Page, Session, Ticket, TicketEvent, View } from './api-types.ts';
import { api } from './client.ts';
import { sessionQuery } from './session.ts';
import { patched, type TicketFilter, type TicketPages } from './ticket-lists.ts';

const pageSize = 50;

export function ticketListQuery(filter: TicketFilter) {
  return infiniteQueryOptions({
    queryKey: ['tickets', filter] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Ticket>>('/tickets', { ...filter, limit: pageSize, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // The stream keeps lists right; refetching 200 loaded pages would not.
    staleTime: Infinity,
    gcTime: 10 * 60_000,
  });
}

export function ticketQuery(number: string) {
  return queryOptions({
    queryKey: ['ticket', number] as const,
    queryFn: ({ signal }) => api.get<Ticket>(`/tickets/${number}`, {}, signal),
    staleTime: 30_000,
  });
}

async function allPages<T>(path: string, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await api.get<Page<T>>(path, { after, limit: 100 }, signal);
    items.push(...page.items);
    after = page.next;
  } while (after);
  return items;
}

export function messagesQuery(number: string) {
  return queryOptions({
    queryKey: ['ticket', number, 'messages'] as const,
    queryFn: ({ signal }) => allPages<Message>(`/tickets/${number}/messages`, signal),
    staleTime: 30_000,
  });
}

export function eventsQuery(number: string) {
  return queryOptions({
    queryKey: ['ticket', number, 'events'] as const,
    queryFn: ({ signal }) => allPages<TicketEvent>(`/tickets/${number}/events`, signal),
    staleTime: 30_000,
  });
}

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: async ({ signal }) => (await api.get<Page<View>>('/views', {}, signal)).items,
  staleTime: 5 * 60_000,
});

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: async ({ signal }) =>
    (await api.get<{ counts: Record<string, number> }>('/views/counts', {}, signal)).counts,
  staleTime: 60_000,
});

/** Opening the next ticket then never waits for the network. */
export function prefetchTicket(cache: QueryClient, number: string): void {
  void cache.prefetchQuery(ticketQuery(number));
  void cache.prefetchQuery(messagesQuery(number));
  void cache.prefetchQuery(eventsQuery(number));
}

/** Puts a ticket as it is now into every list and its own card. */
export function applyTicket(cache: QueryClient, ticket: Ticket): void {
  const me = cache.getQueryData<Session>(sessionQuery.queryKey)?.user.id ?? '';
  for (const [key, list] of cache.getQueriesData<TicketPages>({ queryKey: ['tickets'] })) {
    const filter = (key[1] ?? {}) as TicketFilter;
    if (list) {
      cache.setQueryData(key, patched(list, ticket, { filter, me }));
    }
  }
  cache.setQueryData<Ticket>(['ticket', String(ticket.number)], (old) =>
    old && old.version <= ticket.version ? withKnownAddress({ ...old, ...ticket }, old) : old,
  );
}

/** A line of a list comes without the customer's address; who has it open knows it already. */
function withKnownAddress(ticket: Ticket, old: Ticket): Ticket {
  const { requester } = ticket;
  return requester.id === old.requester.id && requester.email === null
    ? { ...ticket, requester: { ...requester, email: old.requester.email } }
    : ticket;
}

/** After a gap in the stream: keep the first page of each list and ask again for what is on screen. */
export function refreshAll(cache: QueryClient): void {
  for (const [key, list] of cache.getQueriesData<TicketPages>({ queryKey: ['tickets'] })) {
    if (list) {
      cache.setQueryData<TicketPages>(key, {
        pages: list.pages.slice(0, 1),
        pageParams: list.pageParams.slice(0, 1),
      });
    }
  }
  void cache.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'setup' });
}
