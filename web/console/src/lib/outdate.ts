import type { InvalidateQueryFilters, QueryClient } from '@tanstack/react-query';

/**
 * What is known of these is no longer so, and is read again. The library leaves alone what is just being read for the first
 * time, but that answer may be older than the change: it is read once more.
 */
export function outdate(cache: QueryClient, filters: InvalidateQueryFilters): void {
  for (const { state, promise, queryKey } of cache.getQueryCache().findAll(filters)) {
    if (state.data === undefined && state.fetchStatus === 'fetching') {
      const again = () => void cache.invalidateQueries({ queryKey, exact: true });
      // Once the answer is in the cache.
      promise?.then(() => setTimeout(again)).catch(() => undefined);
    }
  }
  void cache.invalidateQueries(filters);
}
