import type { components } from '../../../../../contracts/client.ts';

export type Condition = components['schemas']['Condition'];
export type FieldCondition = Extract<Condition, { field: string }>;
export type ConditionField = FieldCondition['field'];
export type Operator = FieldCondition['operator'];
export type GroupWord = 'all' | 'any' | 'none';

/** As the server has them: what is asked, and how it can be compared. */
export const kinds = {
  text: 'words',
  subject: 'words',
  message: 'words',
  status: 'choice',
  ownStatus: 'ref',
  type: 'choice',
  priority: 'level',
  impact: 'level',
  urgency: 'level',
  category: 'ref',
  tags: 'tags',
  team: 'ref',
  assignee: 'ref',
  channel: 'choice',
  mailbox: 'ref',
  automatic: 'choice',
  arrival: 'hours',
  workingTime: 'calendar',
  slaPolicy: 'ref',
  slaState: 'states',
  slaDue: 'minutes',
  requester: 'ref',
  organization: 'ref',
  branch: 'ref',
  email: 'address',
  phone: 'phone',
  language: 'choice',
  vip: 'number',
  region: 'text',
  own: 'own',
  snoozed: 'choice',
} as const satisfies Partial<Record<ConditionField, string>>;

export type KnownField = keyof typeof kinds;
export type Kind = (typeof kinds)[KnownField];

type FieldGroup = 'content' | 'ticket' | 'sla' | 'arrival' | 'customer';
export const fieldGroups: Record<FieldGroup, readonly KnownField[]> = {
  content: ['text', 'subject', 'message', 'tags', 'category', 'type', 'own'],
  ticket: ['status', 'ownStatus', 'priority', 'impact', 'urgency', 'team', 'assignee', 'snoozed'],
  sla: ['slaState', 'slaDue', 'slaPolicy'],
  arrival: ['channel', 'mailbox', 'arrival', 'workingTime', 'automatic'],
  customer: ['requester', 'organization', 'branch', 'email', 'phone', 'region', 'language', 'vip'],
};

export const operators: Record<Kind, Operator[]> = {
  words: ['any', 'every', 'none', 'contains', 'in'],
  choice: ['in', 'not_in'],
  level: ['in', 'not_in', 'at_least', 'at_most'],
  ref: ['in', 'not_in', 'empty', 'filled'],
  tags: ['any', 'every', 'none', 'empty', 'filled'],
  hours: ['in', 'not_in'],
  calendar: ['in', 'not_in'],
  states: ['in', 'not_in'],
  minutes: ['at_most', 'at_least'],
  address: ['in', 'not_in'],
  phone: ['in', 'not_in'],
  number: ['at_least', 'at_most'],
  text: ['in', 'not_in', 'contains', 'empty', 'filled'],
  own: ['in', 'not_in', 'contains', 'at_least', 'at_most', 'empty', 'filled'],
};

export const levels = ['low', 'normal', 'high', 'urgent'];

/** Of the fields that know all their values. */
export const choicesOf: Partial<Record<KnownField, string[]>> = {
  status: ['any_open', 'new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'],
  type: ['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task'],
  priority: levels,
  impact: levels,
  urgency: levels,
  channel: ['email', 'form', 'phone', 'visit', 'letter', 'api'],
  automatic: ['yes', 'no'],
  snoozed: ['yes', 'no'],
  slaState: ['running', 'paused', 'warned', 'breached', 'none'],
  language: ['ru', 'en'],
};

export const mostDeep = 3;

/** What a setting of SLA cannot ask: the answer would depend on itself. */
export const slaFields: readonly KnownField[] = fieldGroups.sla;
