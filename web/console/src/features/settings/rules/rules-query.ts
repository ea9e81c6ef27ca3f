import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../lib/client.ts';
import type { Rule } from './rule-types.ts';

/** All rules at once, in the order in which they act; the server does not divide them into pages. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: async ({ signal }) => (await api.get<{ items: Rule[] }>('/rules', {}, signal)).items,
});
