/** Sentences of the timeline about what few tickets have. */
export const tickets = {
  event: {
    name: {
      ticket_opened_from_template: 'открыта',
      sla_escalated: 'эскалация, узнали: {{value}}',
      sla_escalated_cleared: 'эскалация; сказать было некому',
    },
  },
  reason: {
    sla_step_share: 'правило «{{policy}}»: {{target}}, прошло {{percent}}\u00A0% времени',
    sla_step_left: 'правило «{{policy}}»: {{target}}, за\u00A0{{length}} до\u00A0срока',
    sla_step_breach: 'правило «{{policy}}»: {{target}}, срок прошёл',
    sla_step_over: 'правило «{{policy}}»: {{target}}, через {{length}} после срока',
    ticket_template: 'по\u00A0шаблону заявки «{{name}}»',
    recurrence: 'по\u00A0расписанию «{{name}}»',
  },
};
