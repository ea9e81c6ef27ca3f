import type { components } from '../../../../../../contracts/client.ts';

export type Rule = components['schemas']['Rule'];
export type RuleAction = components['schemas']['RuleAction'];
export type RuleTrigger = components['schemas']['RuleTrigger'];
export type ActionKind = RuleAction['kind'];

export const ruleEvents = [
  'opened',
  'customer_wrote',
  'agent_answered',
  'noted',
  'changed',
] as const;
export const ruleMoments = [
  'opened',
  'customer_wrote',
  'we_answered',
  'changed',
  'solved',
] as const;

/** In the order in which they are offered. */
export const actionKinds = [
  'priority',
  'status',
  'type',
  'team',
  'assignee',
  'category',
  'region',
  'own',
  'tags',
  'note',
  'reply',
  'notify',
  'escalate',
  'task',
  'webhook',
  'run',
] as const satisfies ActionKind[];

const fresh: Record<(typeof actionKinds)[number], RuleAction> = {
  priority: { kind: 'priority', value: 'high' },
  status: { kind: 'status', value: 'open' },
  type: { kind: 'type', value: 'incident' },
  team: { kind: 'team', value: null },
  assignee: { kind: 'assignee', value: null },
  category: { kind: 'category', value: null },
  region: { kind: 'region', value: '' },
  own: { kind: 'own', name: '', value: '' },
  tags: { kind: 'tags', add: [], remove: [] },
  note: { kind: 'note', text: '' },
  reply: { kind: 'reply', templateId: '' },
  notify: { kind: 'notify', userIds: [], assignee: true, text: '' },
  escalate: {
    kind: 'escalate',
    leads: true,
    onDuty: false,
    userIds: [],
    overridesQuiet: false,
    text: '',
  },
  task: { kind: 'task', text: '', userId: null, assignee: true, dueInMinutes: null },
  webhook: { kind: 'webhook', url: 'https://' },
  run: { kind: 'run', ruleId: '' },
};

export const actionOf = (kind: string): RuleAction =>
  fresh[kind as keyof typeof fresh] ?? fresh.priority;

const said = ({ text }: { readonly text: string }): boolean => text.trim() !== '';

type Needs = {
  [Kind in RuleAction['kind']]?: (action: Extract<RuleAction, { kind: Kind }>) => boolean;
};
const needs: Needs = {
  tags: ({ add, remove }) => add.length + remove.length > 0,
  note: said,
  task: said,
  notify: (action) => said(action) && (action.assignee || action.userIds.length > 0),
  escalate: (action) =>
    said(action) && (action.leads || action.onDuty || action.userIds.length > 0),
  reply: ({ templateId }) => templateId !== '',
  run: ({ ruleId }) => ruleId !== '',
  own: ({ name }) => name !== '',
};

/** Whether it says all that it needs to; the server would refuse it else, and would know less well why. */
export const isFilledIn = (action: RuleAction): boolean =>
  (needs[action.kind] as ((one: RuleAction) => boolean) | undefined)?.(action) ?? true;
