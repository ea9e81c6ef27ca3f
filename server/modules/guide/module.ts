import type { Module } from '../../kernel/modules.ts';
import type { GuideParts } from './queries/get-guide.ts';
import { guideRoutes } from './routes.ts';

export const guide = (parts: Partial<GuideParts>): Module => ({
  name: 'guide',
  routes: guideRoutes({ lastBackup: parts.lastBackup ?? (async () => null) }),
});
