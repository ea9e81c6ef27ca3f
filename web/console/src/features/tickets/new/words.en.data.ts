export const newTicket = {
  template: 'Ticket template',
  noTemplate: 'Without a template',
  also: 'Also from the template: {{what}}',
};
