import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '../../lib/all-pages.ts';
import { api } from '../../lib/client.ts';
import type { FullAgent, UserAvailability } from './types.ts';

const longestMs = 3_600_000;
const shortestMs = 1_000;

/** The stream tells what people change; what the hour changes by itself is asked for when the first of it comes. */
function untilNext(items: readonly UserAvailability[] | undefined): number {
  const ends = (items ?? []).flatMap(({ until }) =>
    until ? [Date.parse(until) - Date.now()] : [],
  );
  return Math.max(shortestMs, Math.min(longestMs, ...ends.filter((left) => left > 0)));
}

export const availabilityQuery = queryOptions({
  queryKey: ['availability', 'now'],
  queryFn: ({ signal }) => allPages<UserAvailability>('/availability', {}, signal),
  staleTime: 60_000,
  refetchInterval: ({ state }) => untilNext(state.data),
});

export const useAvailability = () => useQuery(availabilityQuery);

const nobody: FullAgent[] = [];

/** Who has as much in hand as they may; nobody, where one may not know. */
export const fullQuery = queryOptions({
  queryKey: ['availability', 'full'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: FullAgent[] }>('/routing-agents/full', {}, signal)).items,
  staleTime: 15_000,
  retry: false,
});

export const useFull = (): readonly FullAgent[] => useQuery(fullQuery).data ?? nobody;
