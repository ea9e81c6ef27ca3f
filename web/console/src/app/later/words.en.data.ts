/** Sentences of the timeline about what few tickets have. */
export const tickets = {
  event: {
    name: { ticket_opened_from_template: 'opened' },
  },
  reason: {
    ticket_template: 'from the ticket template “{{name}}”',
    recurrence: 'by the schedule of “{{name}}”',
  },
};
