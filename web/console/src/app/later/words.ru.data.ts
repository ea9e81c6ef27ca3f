/** Sentences of the timeline about what few tickets have. */
export const tickets = {
  event: {
    name: { ticket_opened_from_template: 'открыта' },
  },
  reason: {
    ticket_template: 'по\u00A0шаблону заявки «{{name}}»',
    recurrence: 'по\u00A0расписанию «{{name}}»',
  },
};
