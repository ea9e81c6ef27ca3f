import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addPolicy, changePolicy, removePolicy } from './commands/policies.ts';
import { orderPolicies } from './commands/order-policies.ts';
import { countTickets } from './queries/count-tickets.ts';
import { listClocks } from './queries/list-clocks.ts';
import { getPreview } from './preview/queries/get-preview.ts';
import { startPreview } from './preview/start-preview.ts';
import { listPolicies } from './queries/list-policies.ts';

export const slaRoutes: readonly Route[] = [
  queryRoute('GET /sla-policies', listPolicies, { summary: 'List SLA policies in their order' }),
  commandRoute('POST /sla-policies', addPolicy, { summary: 'Add an SLA policy', status: 201 }),
  commandRoute('PUT /sla-policies/order', orderPolicies, {
    summary: 'Put SLA policies into another order',
  }),
  queryRoute('GET /sla-policies/:policyId/tickets', countTickets, {
    summary: 'How many open tickets have clocks of an SLA policy',
  }),
  commandRoute('PATCH /sla-policies/:policyId', changePolicy, {
    summary: 'Change an SLA policy; open tickets follow in the background',
  }),
  commandRoute('DELETE /sla-policies/:policyId', removePolicy, {
    summary: 'Remove an SLA policy',
  }),
  commandRoute('POST /sla-previews', startPreview, {
    summary: 'Ask what a draft of a policy or calendar would change over all open tickets',
    status: 202,
  }),
  queryRoute('GET /sla-previews/:previewId', getPreview, {
    summary: 'How far a preview is, and what it has found',
  }),
  queryRoute('GET /tickets/:ticketId/clocks', listClocks, { summary: 'The clocks of a ticket' }),
];
