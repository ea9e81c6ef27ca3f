import type { Permission } from '../../kernel/modules.ts';

export const identityPermissions: readonly Permission[] = [
  { key: 'user.read', group: 'company' },
  { key: 'user.change', group: 'company' },
  { key: 'team.change', group: 'company' },
  { key: 'role.change', group: 'company' },
  { key: 'workspace.change', group: 'company' },
  { key: 'token.own', group: 'company' },
];
