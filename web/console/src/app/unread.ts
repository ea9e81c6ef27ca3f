import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../lib/client.ts';

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: ({ signal }) => api.get<{ unread: number }>('/notices/count', {}, signal),
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
