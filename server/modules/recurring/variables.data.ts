/** What a ticket template may speak of, beside `now` and `today`. */
export const ticketTemplateVariables: ReadonlySet<string> = new Set([
  'customer.name',
  'customer.first_name',
  'customer.email',
  'requester.name',
  'requester.first_name',
  'requester.email',
  'agent.name',
  'agent.first_name',
  'company.name',
  'occurrence.date',
]);
