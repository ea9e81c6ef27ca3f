/** Sentences of the timeline about what few tickets have. */
export const tickets = {
  event: {
    name: {
      ticket_opened_from_template: 'opened',
      sla_escalated: 'escalated, told: {{value}}',
      sla_escalated_cleared: 'escalated; there was nobody to tell',
    },
  },
  reason: {
    sla_step_share: 'the policy “{{policy}}”: {{target}}, {{percent}}% of the time is used',
    sla_step_left: 'the policy “{{policy}}”: {{target}}, {{length}} before the time is over',
    sla_step_breach: 'the policy “{{policy}}”: {{target}} is overdue',
    sla_step_over: 'the policy “{{policy}}”: {{target}}, {{length}} after the time was over',
    ticket_template: 'from the ticket template “{{name}}”',
    recurrence: 'by the schedule of “{{name}}”',
  },
};
