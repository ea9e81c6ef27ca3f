import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../../contracts/client.ts';
import { api } from './client.ts';

type Step = components['schemas']['WorkflowStep'];

/** What a ticket may become, and what is missing for that. */
export const stepsQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'steps'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Step[] }>(`/tickets/${number}/steps`, {}, signal)).items,
    staleTime: 30_000,
  });

/** A step that one may not take, whatever one fills in. */
export const isBarred = ({ code }: Step): boolean =>
  code === 'workflow.step_closed' || code === 'workflow.step_restricted';
