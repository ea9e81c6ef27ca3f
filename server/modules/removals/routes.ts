import type { Contributions } from '../../kernel/extension-points.ts';
import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import { restoreRemoved } from './commands/restore-removed.ts';
import { listRemovals } from './queries/list-removals.ts';

export const removalRoutes = (contributions: Contributions): readonly Route[] => [
  queryRoute('GET /removals', listRemovals(contributions), {
    summary: 'What was removed and can be put back, the newest first',
  }),
  commandRoute('POST /removals/:removalId/restore', restoreRemoved, {
    summary: 'Put back what was removed',
  }),
];
