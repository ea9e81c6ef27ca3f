import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../lib/client.ts';

/** `others`: without those of customers' messages in one's own tickets. */
export type Unread = { unread: number; others: number };

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: ({ signal }) => api.get<Unread>('/notices/count', {}, signal),
  staleTime: 60_000,
  retry: false,
});

export function useReadNotices() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (which: { ids?: string[]; ticketId?: string }) => api.post('/notices/read', which),
    onSettled: () => cache.invalidateQueries({ queryKey: ['notices'] }),
  });
}
