import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../../../contracts/client.ts';
import type { Page } from './api-types.ts';
import { api } from './client.ts';

export type TicketTemplateLine = components['schemas']['TicketTemplate'];

/** The names of ticket templates, for whoever opens a ticket. */
export const ticketTemplatesQuery = queryOptions({
  queryKey: ['ticket-templates', 'names'],
  queryFn: async ({ signal }) =>
    (await api.get<Page<TicketTemplateLine>>('/ticket-templates', { limit: 200 }, signal)).items,
  staleTime: 5 * 60_000,
});
