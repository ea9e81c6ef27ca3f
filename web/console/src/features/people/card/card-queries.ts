import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Page } from '../../../lib/api-types.ts';
import { api } from '../../../lib/client.ts';
import type {
  Duplicate,
  DuplicatePair,
  Merge,
  TimelineEntry,
} from '../../../lib/customer-types.ts';

export const duplicatesOfQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'duplicates'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Duplicate[] }>(`/people/${personId}/duplicates`, {}, signal)).items,
  });

export const mergesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['people', personId, 'merges'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Merge[] }>(`/people/${personId}/merges`, {}, signal)).items,
  });

export const timelineQuery = (personId: string, channel: string) =>
  infiniteQueryOptions({
    queryKey: ['people', personId, 'timeline', channel] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get<Page<TimelineEntry>>(
        `/people/${personId}/timeline`,
        { channel, limit: 30, after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const duplicatesQuery = infiniteQueryOptions({
  queryKey: ['people', 'duplicates'] as const,
  queryFn: ({ pageParam, signal }) =>
    api.get<Page<DuplicatePair>>('/people/duplicates', { limit: 30, after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});
