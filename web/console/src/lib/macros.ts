import { queryOptions } from '@tanstack/react-query';
import type { Macro } from './api-types.ts';
import { api } from './client.ts';

export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: async ({ signal }) => (await api.get<{ items: Macro[] }>('/macros', {}, signal)).items,
  staleTime: 5 * 60_000,
});

export const usableMacrosQuery = queryOptions({
  queryKey: ['macros', 'usable'],
  queryFn: async ({ signal }) =>
    (await api.get<{ items: Macro[] }>('/macros', { usable: true }, signal)).items,
  staleTime: 5 * 60_000,
});
