import type { Module } from '../../kernel/modules.ts';
import { customerRoutes } from './routes.ts';

export const customers: Module = {
  name: 'customers',
  routes: customerRoutes,
  permissions: [
    { key: 'person.read', group: 'customers' },
    { key: 'person.change', group: 'customers' },
    { key: 'organization.change', group: 'customers' },
  ],
};
