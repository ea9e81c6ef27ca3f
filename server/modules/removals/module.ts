import type { Contributions } from '../../kernel/extension-points.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalRoutes } from './routes.ts';

export const removals = ({ contributions }: { contributions: Contributions }): Module => ({
  name: 'removals',
  routes: removalRoutes(contributions),
});
