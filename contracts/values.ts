// Made from the routes by `npm run contracts`.

export const blockKindValues = ['address', 'domain', 'pattern', 'subject'] as const;
export const fieldKindValues = ['text', 'number', 'date', 'choice', 'yes_no'] as const;
export const linkKindValues = ['related', 'parent', 'child', 'problem', 'incident'] as const;
export const priorityValues = ['low', 'normal', 'high', 'urgent'] as const;
export const statusValues = ['new', 'open', 'pending', 'on_hold', 'solved', 'closed', 'spam'] as const;
export const ticketTypeValues = ['question', 'incident', 'service_request', 'problem', 'change', 'complaint', 'task'] as const;
export const viewColumnValues = ['requester', 'organization', 'assignee', 'team', 'priority', 'type', 'category', 'channel', 'tags', 'region', 'created', 'updated'] as const;
export const workflowNeedValues = ['category', 'team', 'assignee', 'organization', 'tags', 'region', 'impact', 'urgency', 'time', 'answer', 'tasks'] as const;
