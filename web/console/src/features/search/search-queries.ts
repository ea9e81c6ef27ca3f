import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../../../../../contracts/client.ts';
import { api } from '../../lib/client.ts';

type Schemas = components['schemas'];
export type SearchAnswer = Schemas['SearchAnswer'];
export type FoundTicket = Schemas['FoundTicket'];
export type FoundPerson = Schemas['FoundPerson'];
export type FoundOrganization = Schemas['FoundOrganization'];
export type Found = FoundTicket | FoundPerson | FoundOrganization;
export type Mark = FoundTicket['subjectMarks'][number];
export type Kind = Found['kind'];

const pageSize = 25;
const inPalette = 12;
const fewSecondsMs = 15_000;

export function searchQuery(q: string, kind: Kind | undefined) {
  return infiniteQueryOptions({
    queryKey: ['search', q, kind ?? null] as const,
    queryFn: ({ pageParam, signal }) =>
      api.get<SearchAnswer>('/search', { q, kind, limit: pageSize, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: q !== '',
    staleTime: fewSecondsMs,
  });
}

/** What fits while one is still typing; what fitted before stays until then. */
export function paletteQuery(q: string) {
  return queryOptions({
    queryKey: ['search', q, 'palette'] as const,
    queryFn: ({ signal }) =>
      api.get<SearchAnswer>('/search', { q, typing: true, limit: inPalette }, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: fewSecondsMs,
  });
}
