/** How the history says what was done with a ticket beside answering it. */
export const workFields = {
  snooze: 'Snoozed',
  related: 'related',
  parent: 'whole',
  child: 'part',
  problem: 'problem',
  incident: 'incident',
  time: 'Time',
  callBack: 'Call',
  ownStatus: 'Own status',
};

/** Whole sentences: `value` is the new one, or the former where nothing came instead. */
export const workEvents = {
  ticket_macro_run: 'ran the macro “{{value}}”',
  ticket_macro_undone: 'macro “{{value}}” taken back',
  answer: 'the customer answers',
  ticket_snooze_changed: 'snoozed until {{value}}',
  ticket_snooze_changed_cleared: 'back at work',
  sla_applied: 'promised times: “{{value}}”',
  sla_applied_cleared: 'no times are promised any more',
  sla_warned: 'soon due: {{value}}',
  sla_breached: 'overdue: {{value}}',
  sla_met: 'in time: {{value}}',
  sla_paused: 'the clock waits: {{value}}',
  sla_resumed: 'the clock goes on: {{value}}',
  ticket_merged: 'merged into {{value}}',
  ticket_took_in: 'took in ticket {{value}}',
  ticket_merge_undone: 'merge undone: {{value}}',
  ticket_split: 'messages moved to {{value}}',
  ticket_split_off: 'split off from {{value}}',
  ticket_split_undone: 'split undone: {{value}}',
  ticket_linked: 'link added ({{field}}): {{value}}',
  ticket_unlinked: 'link removed ({{field}}): {{value}}',
  ticket_time_logged: 'time written down: {{value}}',
  ticket_time_changed: 'time corrected: {{from}} → {{value}}',
  ticket_time_removed: 'time entry deleted: {{value}}',
  ticket_call_planned: 'call promised: {{value}}',
  ticket_call_planned_cleared: 'call cancelled',
  ticket_called_back: 'the customer was called back',
};

export const workReasons = {
  merged: 'merged into #{{number}}',
  merge_undone: 'the merge was undone',
  reopened_by_merge: 'open ticket #{{number}} was merged into it',
  messages_came_one: '{{count}} message moved',
  messages_came_other: '{{count}} messages moved',
  messages_returned_one: '{{count}} message came back',
  messages_returned_other: '{{count}} messages came back',
  messages_stayed_one: '{{count}} message was written since and stayed in #{{number}}',
  messages_stayed_other: '{{count}} messages were written since and stayed in #{{number}}',
  snooze_over: 'the time has come',
  woken_by_customer: 'the customer wrote',
};

/** Clocks of tickets, in lists and in the ticket. */
export const slaTarget = {
  first_response: 'first response',
  next_response: 'next response',
  update: 'news to the customer',
  resolution: 'resolution',
};

export const clock = {
  title: 'Deadlines',
  left: '{{left}} left',
  soon: 'soon: {{left}}',
  late: 'overdue by {{late}}',
  paused: 'clock waits',
  label: '{{target}}: {{words}}',
  day: '{{count}} d',
  hour: '{{count}} h',
  minute: '{{count}} min',
};
