export type SectionName =
  | 'profile'
  | 'notifications'
  | 'companyNotifications'
  | 'failures'
  | 'tokens'
  | 'channels'
  | 'letters'
  | 'forms'
  | 'spam'
  | 'attachments'
  | 'users'
  | 'teams'
  | 'roles'
  | 'categories'
  | 'statuses'
  | 'fields'
  | 'checklists'
  | 'rules'
  | 'lab'
  | 'routing'
  | 'templates'
  | 'macros'
  | 'ticketTemplates'
  | 'scripts'
  | 'signatures'
  | 'sla'
  | 'availability'
  | 'time'
  | 'calendars'
  | 'workspace'
  | 'demo'
  | 'removals'
  | 'audit';

/** Which settings there are, under which heading, and the right that opens them (none: everybody's own). */
export const sections: {
  name: SectionName;
  group: 'own' | 'mail' | 'company';
  needs: string | null;
}[] = [
  { name: 'profile', group: 'own', needs: null },
  { name: 'notifications', group: 'own', needs: null },
  { name: 'tokens', group: 'own', needs: 'token.own' },
  { name: 'channels', group: 'mail', needs: 'channel.read' },
  { name: 'letters', group: 'mail', needs: 'letter.read' },
  { name: 'failures', group: 'mail', needs: 'notification.change' },
  { name: 'forms', group: 'mail', needs: 'channel.read' },
  { name: 'spam', group: 'mail', needs: 'letter.read' },
  { name: 'attachments', group: 'mail', needs: 'channel.read' },
  { name: 'users', group: 'company', needs: 'user.read' },
  { name: 'teams', group: 'company', needs: 'user.read' },
  { name: 'roles', group: 'company', needs: 'role.change' },
  { name: 'categories', group: 'company', needs: 'category.change' },
  { name: 'statuses', group: 'company', needs: 'workflow.change' },
  { name: 'fields', group: 'company', needs: 'workflow.change' },
  { name: 'checklists', group: 'company', needs: 'workflow.change' },
  { name: 'rules', group: 'company', needs: 'rule.change' },
  { name: 'routing', group: 'company', needs: 'routing.change' },
  { name: 'templates', group: 'company', needs: 'template.change' },
  { name: 'macros', group: 'company', needs: 'template.change' },
  { name: 'ticketTemplates', group: 'company', needs: 'template.change' },
  { name: 'scripts', group: 'company', needs: 'template.change' },
  { name: 'signatures', group: 'mail', needs: 'team.change' },
  { name: 'sla', group: 'company', needs: 'ticket.read' },
  { name: 'calendars', group: 'company', needs: 'ticket.read' },
  { name: 'lab', group: 'company', needs: 'rule.change' },
  { name: 'availability', group: 'company', needs: 'user.read' },
  { name: 'time', group: 'company', needs: 'workspace.change' },
  { name: 'companyNotifications', group: 'company', needs: 'notification.change' },
  { name: 'workspace', group: 'company', needs: 'workspace.change' },
  { name: 'demo', group: 'company', needs: 'workspace.change' },
  { name: 'removals', group: 'company', needs: 'ticket.read' },
  { name: 'audit', group: 'company', needs: 'audit.read' },
];
