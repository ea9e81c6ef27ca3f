import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Organization, Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';

export function organizationsQuery(typed: string) {
  return infiniteQueryOptions({
    queryKey: ['organizations', 'list', typed] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Organization>>(
        '/organizations',
        { q: typed, limit: 50, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });
}

export function organizationQuery(id: string) {
  return queryOptions({
    queryKey: ['organizations', id] as const,
    queryFn: ({ signal }) => api.get<Organization>(`/organizations/${id}`, {}, signal),
  });
}
