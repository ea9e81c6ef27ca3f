import { queryOptions } from '@tanstack/react-query';
import { api } from '../lib/client.ts';

export const unreadQuery = queryOptions({
  queryKey: ['notices', 'count'],
  queryFn: ({ signal }) => api.get<{ unread: number }>('/notices/count', {}, signal),
  staleTime: 60_000,
  retry: false,
});
