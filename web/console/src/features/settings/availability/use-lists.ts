import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../../lib/all-pages.ts';

/** All of a list, below the key that the live stream refreshes. */
export function useAvailabilityList<T>(path: string, query: Record<string, string> = {}) {
  return useQuery({
    queryKey: ['availability', path, query],
    queryFn: ({ signal }) => allPages<T>(path, query, signal),
  });
}

export const touches = ['availability'];
