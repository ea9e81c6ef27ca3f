import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ticketListQuery } from '../../lib/tickets.ts';
import { unreadQuery } from '../unread.ts';

/** One's own tickets in which the customer spoke last. */
const mineToAnswer = { status: 'any_open', assignee: 'me', lastMessageBy: 'customer' } as const;
const startAfterMs = 1500;

/**
 * How much waits for me: tickets that I have to answer, and notices of anything else that I have not read. `more`: at least so
 * much.
 */
export function useWaiting(): { count: number; more: boolean } {
  const [due, setDue] = useState(false);
  // What one came for is asked first.
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), startAfterMs);
    return () => clearTimeout(timer);
  }, []);
  const tickets = useInfiniteQuery({ ...ticketListQuery(mineToAnswer), enabled: due });
  const others = useQuery(unreadQuery).data?.others ?? 0;
  const own = tickets.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  return { count: own + others, more: tickets.hasNextPage };
}
