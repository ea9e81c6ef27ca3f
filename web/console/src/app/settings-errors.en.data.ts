/** Refusals about what is set up in the settings. */
export const settingsErrors = {
  ticket_template: {
    not_found: 'This ticket template is gone.',
    names_what_is_gone: 'The template names something that is gone. Choose again.',
  },
  recurrence: {
    not_found: 'This schedule is gone.',
    needs_requester: 'A ticket that opens by itself needs a customer: name one in the template.',
    already_opened: 'A ticket was opened for this day already.',
  },
  rule: {
    not_found: 'There is no such rule.',
    too_many: 'There are too many rules. Remove those that nobody needs.',
    version_not_found: 'There is no such version of the rule.',
    effect_not_found: 'There is no such act of a rule.',
    effect_not_failed: 'Only what has failed can be tried again.',
    answers_too_often: 'The rule has answered three times within an hour here.',
  },
  lab: {
    run_not_found: 'This run is gone.',
    too_many: 'Several runs are waiting already. Stop one of them or wait.',
    named_twice: 'One setting is named twice in this change.',
    not_done: 'Only a run that is done can be switched on.',
    switched_on: 'This change is switched on already.',
    settings_changed: 'Somebody has changed the setting since. Try the change anew.',
  },
  sla_policy: { not_found: 'There is no such SLA policy any more.' },
  routing_rule: {
    not_found: 'There is no such routing rule any more.',
    too_many: 'There are too many routing rules. Remove those that nobody needs.',
  },
  skill: {
    not_found: 'There is no such skill any more.',
    name_taken: 'There is a skill of this name already.',
    in_use: 'A routing rule asks for this skill. Change the rule first.',
  },
  push: { device_not_found: 'This browser is not called any more.' },
  notification: {
    not_found: 'There is no such notification.',
    not_failed: 'Only what has failed can be tried again.',
    no_mailbox: 'Letters cannot leave: no mailbox of the company sends. Connect one first.',
  },
  macro: {
    not_found: 'This macro is gone.',
    run_not_found: 'Only whoever ran the macro can take it back.',
    undone_already: 'This macro is already taken back.',
  },
  template: {
    in_macro: 'A macro answers with this template. Change the macro first.',
    not_found: 'This template is gone.',
    cannot_be_filled: 'This template cannot be filled for this ticket. Mend it in the settings.',
  },
  calendar: {
    not_found: 'There is no such calendar any more.',
    is_default: 'This is the default calendar. Make another one the default first.',
    in_use: 'Deadlines are counted by this calendar. Choose another one there first.',
  },
  view: {
    not_found: 'There is no such view.',
    not_yours: 'You may not change this view. Save your own copy of it.',
    too_many: 'There are too many saved views. Delete those that nobody needs.',
    of_nobody: 'A view belongs to a person: sign in as one.',
  },
  block: {
    not_found: 'There is no such entry in the block list.',
    exists: 'This stands in the block list already.',
    own_address: 'This would block a mailbox of your own company.',
  },
  form: {
    not_found: 'There is no such form.',
    slug_taken: 'Another form already has this address.',
  },
  team: {
    not_found: 'There is no such team.',
    name_taken: 'There is already a team with this name.',
    in_use: 'Tickets or mailboxes still belong to this team. Give them to another one first.',
  },
  role: {
    not_found: 'There is no such role.',
    name_taken: 'There is already a role with this name.',
    in_use: 'Agents still have this role. Give them another one first.',
    built_in: 'A built-in role cannot be changed. Make your own.',
    beyond_own: 'A role cannot have rights that you do not have yourself.',
    too_many: 'There are too many roles. Remove those that nobody has.',
  },
};

/** What is wrong in a field of a setting. */
export const settingsFields = {
  not_rrule: 'This is no rule of repetition that can be said in a sentence',
  never: 'By this rule no ticket would ever open again',
  not_push_key: 'This is no key of a browser',
  not_clock_time: 'Give a time such as 09:00',
  no_time: 'The end must differ from the beginning',
  overlaps: 'These hours overlap',
  no_hours: 'Give at least one day with working hours',
  not_day: 'There is no such day',
  no_days: 'No days off were found in the file',
  not_calendar: 'This is neither iCalendar nor a holiday calendar as XML or JSON',
};
