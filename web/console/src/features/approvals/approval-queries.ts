import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../../../../contracts/client.ts';
import { showToast } from '../../../../ui/toast.tsx';
import type { Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { wordsOf } from '../../lib/problem.ts';

export type Approval = components['schemas']['Approval'];

export const ticketApprovalsQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'approvals'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Approval[] }>(`/tickets/${number}/approvals`, {}, signal)).items,
    staleTime: 30_000,
  });

const againMs = 30_000;

/** What waits for oneself; tickets that one does not look at may ask at any time. */
export const ownApprovalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Approval>>('/approvals', { limit: 50 }, signal)).items,
  refetchInterval: againMs,
});

/** An act on approvals of a ticket: said when it is done, or why not. */
export function useApprovalAct<V>(write: (values: V) => Promise<Approval>, said: string) {
  const cache = useQueryClient();
  const refresh = (number?: number) =>
    Promise.all([
      cache.invalidateQueries({ queryKey: ['approvals'] }),
      cache.invalidateQueries({ queryKey: ['ticket', ...(number ? [String(number)] : [])] }),
    ]);
  return useMutation({
    mutationFn: write,
    onSuccess: async ({ ticket }) => {
      showToast(said);
      await refresh(ticket.number);
    },
    onError: (error) => {
      showToast(wordsOf(error).words, { tone: 'bad' });
      void refresh();
    },
  });
}
