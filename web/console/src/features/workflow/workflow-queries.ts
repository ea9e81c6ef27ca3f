import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../../../contracts/client.ts';
import { allPages } from '../../lib/all-pages.ts';
import { api } from '../../lib/client.ts';

type Schemas = components['schemas'];
export type Task = Schemas['Task'];
export type Checklist = Schemas['Checklist'];

export const tasksQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'tasks'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Task[] }>(`/tickets/${number}/tasks`, {}, signal)).items,
    staleTime: 30_000,
  });

export const checklistsQuery = queryOptions({
  queryKey: ['workflow', 'checklists'],
  queryFn: ({ signal }) => allPages<Checklist>('/checklists', {}, signal),
  staleTime: 5 * 60_000,
});
