import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';

/** All of a list, below the key that the live stream refreshes. */
export function useAvailabilityList<T>(path: string, query: Record<string, string> = {}) {
  return useQuery({
    queryKey: ['availability', path, query],
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      let after: string | null | undefined = null;
      do {
        const page: Partial<Page<T>> & { items: T[] } = await api.get(
          path,
          { ...query, ...(after && { after }) },
          signal,
        );
        items.push(...page.items);
        after = page.next;
      } while (after);
      return items;
    },
  });
}

export const touches = ['availability'];
