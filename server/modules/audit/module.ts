import type { Module } from '../../kernel/modules.ts';
import { queryRoute } from '../../kernel/routes.ts';
import { listAudit } from './queries/list-audit.ts';

export const auditModule: Module = {
  name: 'audit',
  routes: [queryRoute('GET /audit', listAudit, { summary: 'Who changed which setting, and when' })],
  permissions: [{ key: 'audit.read', group: 'company' }],
};
