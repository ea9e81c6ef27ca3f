import { queryOptions, useQuery } from '@tanstack/react-query';
import type { components } from '../../../../../contracts/client.ts';
import type { Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';
import { useSession } from '../../lib/session.ts';

type Schemas = components['schemas'];
export type Task = Schemas['Task'];
export type Step = Schemas['WorkflowStep'];
export type FieldDefinition = Schemas['FieldDefinition'];
export type Checklist = Schemas['Checklist'];

export const tasksQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'tasks'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Task[] }>(`/tickets/${number}/tasks`, {}, signal)).items,
    staleTime: 30_000,
  });

/** What a ticket may become, and what is missing for that. */
export const stepsQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'steps'] as const,
    queryFn: async ({ signal }) =>
      (await api.get<{ items: Step[] }>(`/tickets/${number}/steps`, {}, signal)).items,
    staleTime: 30_000,
  });

export const checklistsQuery = queryOptions({
  queryKey: ['workflow', 'checklists'],
  queryFn: async ({ signal }) => (await api.get<Page<Checklist>>('/checklists', {}, signal)).items,
  staleTime: 5 * 60_000,
});

const fieldsQuery = queryOptions({
  queryKey: ['workflow', 'fields'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<FieldDefinition>>('/fields', {}, signal)).items,
  staleTime: 5 * 60_000,
});

/** Own fields, called as whoever reads speaks. */
export function useOwnFields(): FieldDefinition[] {
  const { data = [] } = useQuery(fieldsQuery);
  const { user, workspace } = useSession();
  return user.locale === workspace.locale
    ? data
    : data.map((each) => ({ ...each, label: each.otherLabel ?? each.label }));
}
