/** What one may be told of. The order is that of the screen. */
export const topics = [
  'assigned',
  'handed-over',
  'new-in-team',
  'customer-wrote',
  'followed-customer-wrote',
  'noted',
  'followed-noted',
  'mention',
  'reminder',
  'task-assigned',
  'task-due',
  'not-sent',
  'sla-warned',
  'sla-breached',
  'team-sla-warned',
  'team-sla-breached',
  'escalated',
  'rule',
  'approval',
  'approval-decided',
  'failed',
] as const;
export type Topic = (typeof topics)[number];

export const ways = ['app', 'mail', 'push'] as const;
export type Way = (typeof ways)[number];

const app = { app: true, mail: false, push: false };
const called = { app: true, mail: false, push: true };
const urged = { app: true, mail: true, push: true };
const silent = { app: false, mail: false, push: false };

/**
 * Before anybody has chosen. A letter only for what must not wait until somebody looks; browsers are called only where a
 * person has added one.
 */
export const builtInChoices: Readonly<Record<Topic, Readonly<Record<Way, boolean>>>> = {
  assigned: called,
  'handed-over': app,
  'new-in-team': silent,
  'customer-wrote': called,
  'followed-customer-wrote': app,
  noted: called,
  'followed-noted': app,
  mention: urged,
  reminder: called,
  'task-assigned': called,
  'task-due': called,
  'not-sent': urged,
  'sla-warned': called,
  'sla-breached': urged,
  'team-sla-warned': silent,
  'team-sla-breached': app,
  escalated: urged,
  rule: urged,
  // Whoever is asked gets a letter with a link anyway.
  approval: called,
  'approval-decided': called,
  failed: urged,
};
