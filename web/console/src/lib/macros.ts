import { queryOptions } from '@tanstack/react-query';
import { allPages } from './all-pages.ts';
import type { Macro } from './api-types.ts';

export const macrosQuery = queryOptions({
  queryKey: ['macros'],
  queryFn: ({ signal }) => allPages<Macro>('/macros', {}, signal),
  staleTime: 5 * 60_000,
});

export const usableMacrosQuery = queryOptions({
  queryKey: ['macros', 'usable'],
  queryFn: ({ signal }) => allPages<Macro>('/macros', { usable: 'true' }, signal),
  staleTime: 5 * 60_000,
});
