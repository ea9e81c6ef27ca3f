import { queryOptions } from '@tanstack/react-query';
import { allPages } from '../../../lib/all-pages.ts';
import type { Rule } from './rule-types.ts';

/** All rules, in the order in which they act. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => allPages<Rule>('/rules', {}, signal),
});
