import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../../../contracts/client.ts';
import type { Page } from '../../lib/api-types.ts';
import { api } from '../../lib/client.ts';

type Schemas = components['schemas'];
export type Related = Schemas['Related'];
export type LinkKind = Schemas['LinkKind'];
export type Reminder = Schemas['Reminder'];
export type TimeEntry = Schemas['TimeEntry'];
export type Cost = Schemas['Cost'];
export type TicketTime = {
  items: TimeEntry[];
  minutes: number;
  costs: Cost[] | null;
  running: { user: { id: string; name: string }; startedAt: string }[];
};
export type Timer = Schemas['Timer'];

export const relatedQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'related'] as const,
    queryFn: ({ signal }) => api.get<Related>(`/tickets/${number}/related`, {}, signal),
    staleTime: 30_000,
  });

export const timeQuery = (number: string) =>
  queryOptions({
    queryKey: ['ticket', number, 'time'] as const,
    queryFn: ({ signal }) => api.get<TicketTime>(`/tickets/${number}/time`, {}, signal),
    staleTime: 30_000,
  });

/** One's own; the server keeps it, so it runs on through a reload and on every device. */
export const timerQuery = queryOptions({
  queryKey: ['timer'],
  queryFn: async ({ signal }) =>
    (await api.get<{ timer: Timer | null }>('/timer', {}, signal)).timer,
  staleTime: 5 * 60_000,
});

export const remindersQuery = queryOptions({
  queryKey: ['reminders'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<Reminder>>('/reminders', { limit: 100 }, signal)).items,
  staleTime: 5 * 60_000,
});
