import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { templateLiveView } from './live-view.ts';
import { templateRoutes } from './routes.ts';

export const templates: Module = {
  name: 'templates',
  routes: templateRoutes,
  permissions: [{ key: 'template.change', group: 'tickets' }],
  contributions: [contribute(liveViews, templateLiveView)],
};
