import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../../../contracts/client.ts';
import { api } from '../../lib/client.ts';
import { fieldWords } from '../../lib/problem.ts';
import type { Condition } from './fields.data.ts';
import { errorsOfCondition, isComplete, type ConditionErrors } from './tree.ts';

export type Matching = components['schemas']['MatchingTickets'];

const restMs = 400;

/** The tickets that a condition holds for while it is being written, and what in it is wrong. */
export function useMatching(condition: Condition) {
  const { t } = useTranslation();
  const [settled] = useDebouncedValue(condition, restMs);
  const complete = isComplete(settled);
  const { data, error, isError, isPending } = useQuery({
    queryKey: ['matching', settled],
    queryFn: () => api.post<Matching>('/tickets/matching', { condition: settled }),
    enabled: complete,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    retry: false,
  });
  const problems = complete ? (data?.problems ?? []) : [];
  const errors: ConditionErrors = {
    ...(isError && errorsOfCondition(fieldWords(error))),
    ...Object.fromEntries(
      problems.map(({ path, code }) => [path, t(`conditions.${code}`, { name: '…' })]),
    ),
  };
  return { matching: data, complete, isError, isPending, errors };
}
