import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { templateLiveView } from './live-view.ts';
import { macroRoutes } from './macros/macro-routes.ts';
import type { MacroParts } from './macros/run-macro.ts';
import type { ChoiceParts } from './choosing/fitting-of.ts';
import { templateRoutes } from './routes.ts';
import { scriptRoutes } from './scripts/script-routes.ts';
import { templateRemoval } from './commands/remove-template.ts';
import { macroRemoval } from './macros/commands/keep-macros.ts';
import { scriptRemoval } from './scripts/commands/keep-scripts.ts';

export const templates = (parts: MacroParts & ChoiceParts): Module => ({
  name: 'templates',
  routes: [...templateRoutes, ...macroRoutes(parts), ...scriptRoutes(parts)],
  permissions: [{ key: 'template.change', group: 'tickets' }],
  contributions: [
    contribute(liveViews, templateLiveView),
    contribute(removalKinds, templateRemoval),
    contribute(removalKinds, macroRemoval),
    contribute(removalKinds, scriptRemoval),
  ],
});
