import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { Page, Ticket } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';

export type FoundTicket = Pick<Ticket, 'id' | 'number' | 'subject' | 'status' | 'requester'>;

/** By number at once, by words through the search; before anything is typed, the customer's other tickets. */
async function find(typed: string, ticket: Ticket, signal: AbortSignal): Promise<FoundTicket[]> {
  const number = /^#?(\d{1,9})$/.exec(typed)?.[1];
  if (number) {
    const found = await api.get<Ticket>(`/tickets/${number}`, {}, signal).catch(() => null);
    return found ? [found] : [];
  }
  const asked =
    typed === ''
      ? api.get<Page<Ticket>>('/tickets', { requester: ticket.requester.id, limit: 8 }, signal)
      : api.get<Page<FoundTicket>>('/search', { q: typed, kind: 'ticket', limit: 8 }, signal);
  return (await asked).items;
}

/** Another ticket than this one, named by number or words; the first that is found is chosen already. */
export function useTicketFinder(ticket: Ticket) {
  const [typed, setTyped] = useState('');
  const [picked, pick] = useState<string | null>(null);
  const asked = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['find-ticket', ticket.id, asked],
    queryFn: ({ signal }) => find(asked, ticket, signal),
    staleTime: 10_000,
    placeholderData: (before) => before,
  });
  const shown = (found.data ?? []).filter(({ id }) => id !== ticket.id);
  const chosen = shown.find(({ id }) => id === picked) ?? shown[0] ?? null;
  return { typed, setTyped, pick, shown, chosen, asked, isLoaded: found.isFetched };
}

export type Finder = ReturnType<typeof useTicketFinder>;
