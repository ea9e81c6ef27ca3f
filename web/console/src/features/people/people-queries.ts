import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Page, Person } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';

export function peopleQuery(typed: string) {
  return infiniteQueryOptions({
    queryKey: ['people', 'list', typed] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<Person>>('/people', { q: typed, limit: 50, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', id] as const,
    queryFn: ({ signal }) => api.get<Person>(`/people/${id}`, {}, signal),
    staleTime: 60_000,
  });
}
