import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { addPolicy, changePolicy, removePolicy } from './commands/policies.ts';
import { listClocks } from './queries/list-clocks.ts';
import { listPolicies } from './queries/list-policies.ts';

export const slaRoutes: readonly Route[] = [
  queryRoute('GET /sla-policies', listPolicies, { summary: 'List SLA policies in their order' }),
  commandRoute('POST /sla-policies', addPolicy, { summary: 'Add an SLA policy', status: 201 }),
  commandRoute('PATCH /sla-policies/:policyId', changePolicy, {
    summary: 'Change an SLA policy; open tickets follow in the background',
  }),
  commandRoute('DELETE /sla-policies/:policyId', removePolicy, {
    summary: 'Remove an SLA policy',
    status: 204,
  }),
  queryRoute('GET /tickets/:ticketId/clocks', listClocks, { summary: 'The clocks of a ticket' }),
];
