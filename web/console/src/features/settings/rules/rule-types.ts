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

/** Whether it says all that it needs to; the server would refuse it else, and would know less well why. */
export function isFilledIn(action: RuleAction): boolean {
  switch (action.kind) {
    case 'tags':
      return action.add.length + action.remove.length > 0;
    case 'note':
      return action.text.trim() !== '';
    case 'notify':
      return action.text.trim() !== '' && (action.assignee || action.userIds.length > 0);
    case 'escalate':
      return (
        action.text.trim() !== '' && (action.leads || action.onDuty || action.userIds.length > 0)
      );
    case 'task':
      return action.text.trim() !== '';
    case 'reply':
      return action.templateId !== '';
    case 'run':
      return action.ruleId !== '';
    case 'own':
      return action.name !== '';
    default:
      return true;
  }
}
