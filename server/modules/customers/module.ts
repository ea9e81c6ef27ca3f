import type { Module } from '../../kernel/modules.ts';
import { exportPeopleRoute } from './export-people.ts';
import { customerRoutes } from './routes.ts';

export const customers = (parts: Parameters<typeof exportPeopleRoute>[0]): Module => ({
  name: 'customers',
  routes: [exportPeopleRoute(parts), ...customerRoutes],
  permissions: [
    { key: 'person.read', group: 'customers' },
    { key: 'person.change', group: 'customers' },
    { key: 'organization.change', group: 'customers' },
    { key: 'export.people', group: 'customers' },
  ],
});
