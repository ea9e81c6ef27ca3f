export const workflow = {
  tasks: {
    title: 'Tasks',
    empty: 'Nothing is to be done for this ticket.',
    add: 'Add a task',
    text: 'What is to be done',
    assignee: 'Who',
    nobody: 'Nobody',
    due: 'Until',
    save: 'Add',
    remove: 'Remove the task “{{text}}”',
    removed: 'The task is removed',
    late: 'overdue',
    checklist: 'Add a checklist',
    left_one: '{{count}} of {{total}} left',
    left_other: '{{count}} of {{total}} left',
  },
  missing: {
    hint: 'Required to solve: {{what}}',
    title: 'Still required',
    do: 'Save and go on',
    cancel: 'Not now',
    answer: 'Answer the customer first: nobody has yet.',
    organization:
      'The customer belongs to no organization. Choose one on their card, and try again.',
    tasks: 'Tick off what is done:',
    time: 'Time spent, in minutes',
    choose: 'Choose',
    yes: 'Yes',
    no: 'No',
    need: {
      category: 'category',
      team: 'team',
      assignee: 'assignee',
      organization: 'organization',
      tags: 'tags',
      region: 'region',
      impact: 'impact',
      urgency: 'urgency',
      time: 'time spent',
      answer: 'an answer to the customer',
      tasks: 'open tasks',
    },
  },
};

/** What the history of a ticket says of it. */
export const tickets = {
  event: {
    whole: {
      ticket_own_status_changed: 'status: {{from}} → {{value}}',
      ticket_task_added: 'task: {{value}}',
      ticket_task_done: 'task done: {{value}}',
      ticket_task_reopened: 'task to be done again: {{value}}',
      ticket_task_changed: 'task changed: {{value}}',
      ticket_task_removed: 'task removed: {{value}}',
      ticket_checklist_attached: 'checklist: {{value}}',
    },
  },
  reason: {
    checklist: 'kept for such tickets',
    own_status_removed: 'the status “{{name}}” was removed',
    own_status_remapped: 'the status “{{name}}” now means this',
    workflow_incomplete: '“{{name}}”: something required is missing',
    workflow_step_closed: '“{{name}}”: there is no such step',
  },
};
