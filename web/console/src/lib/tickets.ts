import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Message, Page, Session, Ticket, TicketEvent, User, View } from './api-types.ts';
import { api } from './client.ts';
import { outdate } from './outdate.ts';
import { sessionQuery } from './session.ts';
import { usersQuery } from './refs.ts';
import { belongs, type Looker, type TicketFilter } from './ticket-filter.ts';
import { patchedAll, type TicketPages } from './ticket-lists.ts';

/** The first page is there at once; the further ones come before one has scrolled to them. */
const firstPage = 50;
const furtherPage = 200;

export function ticketListQuery(filter: TicketFilter) {
  return infiniteQueryOptions({
    queryKey: ['tickets', filter] as const,
    queryFn: ({ client, pageParam, signal }) =>
      withHeard(client, () =>
        api.get<Page<Ticket>>(
          '/tickets',
          { ...filter, limit: pageParam ? furtherPage : firstPage, after: pageParam },
          signal,
        ),
      ),
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
    queryFn: ({ client, signal }) =>
      withHeard(client, () => api.get<Ticket>(`/tickets/${number}`, {}, signal)),
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

function lookerOf(cache: QueryClient): Looker {
  const me = cache.getQueryData<Session>(sessionQuery.queryKey)?.user.id ?? '';
  const users = cache.getQueryData<User[]>(usersQuery.queryKey);
  return {
    me,
    views: cache.getQueryData<View[]>(viewsQuery.queryKey),
    teamIds: users?.find(({ id }) => id === me)?.teams.map(({ id }) => id),
  };
}

/** Puts tickets as they are now into every list and their own cards. */
export function applyTickets(cache: QueryClient, tickets: readonly Ticket[]): void {
  const looker = lookerOf(cache);
  for (const [key, list] of cache.getQueriesData<TicketPages>({ queryKey: ['tickets'] })) {
    const filter = (key[1] ?? {}) as TicketFilter;
    const next = list && patchedAll(list, tickets, { ...looker, filter });
    if (next !== list) {
      cache.setQueryData(key, next);
    }
  }
  for (const ticket of tickets) {
    const key = ['ticket', String(ticket.number)];
    const old = cache.getQueryData<Ticket>(key);
    if (old && old.version <= ticket.version) {
      cache.setQueryData<Ticket>(key, withKnownAddress({ ...old, ...ticket }, old));
    }
  }
}

type Heard = { readonly at: number; readonly ticket: Ticket };
const mostHeard = 500;
let heard: Heard[] = [];

/** Tickets as the stream tells them. */
export function hearTickets(cache: QueryClient, tickets: readonly Ticket[]): void {
  const at = performance.now();
  heard = [...heard, ...tickets.map((ticket) => ({ at, ticket }))].slice(-mostHeard);
  applyTickets(cache, tickets);
}

/** What is read may be older than what the stream has told while it was on its way. */
async function withHeard<T>(cache: QueryClient, read: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const answer = await read();
  const meanwhile = heard.flatMap(({ at, ticket }) => (at >= begun ? [ticket] : []));
  if (meanwhile.length > 0) {
    // Once the answer is in the cache.
    setTimeout(() => applyTickets(cache, meanwhile));
  }
  return answer;
}

export const applyTicket = (cache: QueryClient, ticket: Ticket) => applyTickets(cache, [ticket]);

/**
 * One's own act moves the counters at once; the stream soon says the same by its own count. What a view's rule leaves
 * open is left to the stream.
 */
export function shiftCounts(
  cache: QueryClient,
  changes: readonly { readonly before: Ticket; readonly after: Ticket }[],
): void {
  const looker = lookerOf(cache);
  const stands = (ticket: Ticket, view: View) =>
    belongs(ticket, { view: view.id }, looker) === true;
  cache.setQueryData<Record<string, number>>(countsQuery.queryKey, (counts) => {
    const next = { ...counts };
    for (const view of counts ? (looker.views ?? []) : []) {
      const count = next[view.id];
      if (count !== undefined) {
        const shift = changes.reduce(
          (sum, { before, after }) =>
            sum + Number(stands(after, view as View)) - Number(stands(before, view as View)),
          0,
        );
        next[view.id] = Math.max(0, count + shift);
      }
    }
    return counts && next;
  });
}

/** A line of a list comes without the customer's address; who has it open knows it already. */
function withKnownAddress(ticket: Ticket, old: Ticket): Ticket {
  const { requester } = ticket;
  return requester.id === old.requester.id && requester.email === null
    ? { ...ticket, requester: { ...requester, email: old.requester.email } }
    : ticket;
}

/** After a gap in the stream: ask again for what is on screen. */
export function refreshAll(cache: QueryClient): void {
  keepFirstPages(cache);
  outdate(cache, { predicate: (query) => query.queryKey[0] !== 'setup' });
}

const ofTickets = new Set<unknown>(['ticket', 'tickets']);

/** What was read before the stream began may have changed until then, and nobody would ever say so. */
export function readAgain(cache: QueryClient): void {
  keepFirstPages(cache);
  void cache.invalidateQueries({
    predicate: ({ queryKey, state }) => ofTickets.has(queryKey[0]) && state.dataUpdatedAt > 0,
  });
}

/** Of each list; its others are asked for when one comes there. */
function keepFirstPages(cache: QueryClient): void {
  for (const [key, list] of cache.getQueriesData<TicketPages>({ queryKey: ['tickets'] })) {
    if (list) {
      cache.setQueryData<TicketPages>(key, {
        pages: list.pages.slice(0, 1),
        pageParams: list.pageParams.slice(0, 1),
      });
    }
  }
}
