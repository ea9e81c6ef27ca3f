import { useQuery } from '@tanstack/react-query';
import type { Page } from '../../lib/api-types.ts';
import type { Channel, OauthApplication } from '../../lib/settings-types.ts';
import { api } from '../../lib/client.ts';

/** A short list of settings, all of it; `key` is also what the live stream refreshes. */
export function useItems<T>(key: string, path: string, query: Record<string, string> = {}) {
  return useQuery({
    queryKey: [key],
    queryFn: async ({ signal }) => {
      const items: T[] = [];
      let after: string | null = null;
      do {
        const page: Page<T> = await api.get<Page<T>>(path, { ...query, limit: 100, after }, signal);
        items.push(...page.items);
        after = page.next;
      } while (after);
      return items;
    },
  });
}

/** A list that the server gives whole: it has no pages to ask for. */
export function useWhole<T>(key: string, path: string) {
  return useQuery({
    queryKey: [key],
    queryFn: async ({ signal }) => (await api.get<Page<T>>(path, {}, signal)).items,
  });
}

export function useChannels() {
  return useQuery({
    queryKey: ['channels'],
    queryFn: async ({ signal }) => (await api.get<Page<Channel>>('/channels', {}, signal)).items,
  });
}

export function useOauthApplications() {
  return useQuery({
    queryKey: ['oauth-applications'],
    queryFn: async ({ signal }) =>
      (await api.get<{ items: OauthApplication[] }>('/channels/oauth/applications', {}, signal))
        .items,
  });
}
