import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Ticket } from '../../lib/api-types.ts';
import type { TicketFilter } from '../../lib/ticket-filter.ts';
import { ticketListQuery } from '../../lib/tickets.ts';

/** The loaded rows of a list in one array, narrowed by the quick words of the search box. */
export function useLiveRows(filter: TicketFilter, typed: string) {
  const query = useInfiniteQuery(ticketListQuery(filter));
  const all = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data]);
  const rows = useMemo(
    () => (all && typed ? all.filter((ticket) => speaksOf(ticket, typed)) : all),
    [all, typed],
  );
  return { query, rows, all };
}

function speaksOf(ticket: Ticket, typed: string): boolean {
  const text =
    `#${ticket.number} ${ticket.subject} ${ticket.requester.name} ${ticket.requester.email ?? ''} ${ticket.preview} ${ticket.tags.join(' ')}`.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
