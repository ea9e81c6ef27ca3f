import { useQuery } from '@tanstack/react-query';
import { allPages } from '../../lib/all-pages.ts';
import type { Page } from '../../lib/api-types.ts';
import type { Channel, OauthApplication } from '../../lib/settings-types.ts';
import { api } from '../../lib/client.ts';

/** A short list of settings, all of it; `key` is also what the live stream refreshes. */
export function useItems<T>(key: string, path: string, query: Record<string, string> = {}) {
  return useQuery({
    queryKey: [key],
    queryFn: ({ signal }) => allPages<T>(path, query, signal),
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
