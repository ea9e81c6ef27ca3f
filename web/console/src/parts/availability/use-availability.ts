import { queryOptions, useQuery } from '@tanstack/react-query';
import { allPages } from '../../lib/all-pages.ts';
import type { UserAvailability } from './types.ts';

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
