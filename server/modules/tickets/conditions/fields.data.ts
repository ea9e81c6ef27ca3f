const words = 'words';

/** What a condition may be about. The console builds its sentences from the same names. */
export const conditionFields = {
  status: 'choice',
  ownStatus: 'ref',
  type: 'choice',
  priority: 'level',
  impact: 'level',
  urgency: 'level',
  category: 'ref',
  team: 'ref',
  assignee: 'ref',
  requester: 'ref',
  organization: 'ref',
  branch: 'ref',
  mailbox: 'ref',
  channel: 'choice',
  tags: 'tags',
  subject: 'words',
  message: words,
  /** Subject or message. */
  text: 'words',
  region: 'text',
  own: 'own',
  email: 'address',
  phone: 'phone',
  language: 'choice',
  vip: 'number',
  automatic: 'choice',
  snoozed: 'choice',
  arrival: 'hours',
  workingTime: 'calendar',
  slaPolicy: 'ref',
  slaState: 'states',
  slaDue: 'minutes',
} as const;

/** How each kind can be compared. */
export const conditionOperators = {
  choice: ['in', 'not_in'],
  level: ['in', 'not_in', 'at_least', 'at_most', 'empty', 'filled'],
  ref: ['in', 'not_in', 'empty', 'filled'],
  tags: ['any', 'every', 'none', 'empty', 'filled'],
  words: ['any', 'every', 'none', 'contains', 'in'],
  text: ['in', 'not_in', 'contains', 'empty', 'filled'],
  own: ['in', 'not_in', 'contains', 'at_least', 'at_most', 'empty', 'filled'],
  address: ['in', 'not_in'],
  phone: ['in', 'not_in'],
  number: ['at_least', 'at_most'],
  hours: ['in', 'not_in'],
  /** Whether work goes on by one of these calendars now. */
  calendar: ['in', 'not_in'],
  states: ['in', 'not_in'],
  /** Minutes until the soonest time is over; what is late has none left. */
  minutes: ['at_most', 'at_least'],
} as const;

const levels = ['low', 'normal', 'high', 'urgent'] as const;

/** Of the fields that know all their values. */
export const conditionChoices = {
  status: ['any_open', 'new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'],
  type: ['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task'],
  priority: levels,
  impact: levels,
  urgency: levels,
  language: ['ru', 'en'],
  automatic: ['yes', 'no'],
  snoozed: ['yes', 'no'],
  vip: ['1', '2', '3'],
  slaState: ['running', 'paused', 'warned', 'breached', 'none'],
} as const;

/** What nobody may ask who decides about it: the answer would depend on itself. */
export const slaFields: ReadonlySet<string> = new Set(['slaPolicy', 'slaState', 'slaDue']);
