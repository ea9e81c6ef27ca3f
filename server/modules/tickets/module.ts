import { contribute, type Contribution } from '../../kernel/extension-points.ts';
import type { Module } from '../../kernel/modules.ts';
import { workspaceFounders } from '../identity/public.ts';
import type { FileParts } from './http/file-routes.ts';
import type { FrameParts } from './http/frame-routes.ts';
import { runBulkAct, type BulkParts } from './jobs/run-bulk-act.ts';
import { ticketRoutes } from './routes.ts';
import { createNumberSequence } from './store.ts';
import { ticketLiveView } from './live-view.ts';
import { savedViewsLive } from './saved-views-live.ts';
import { liveViews } from '../../kernel/live.ts';

export const tickets = (parts: FileParts & FrameParts & BulkParts): Module => ({
  name: 'tickets',
  jobs: [runBulkAct(parts)],
  routes: ticketRoutes(parts),
  permissions: ['read', 'create', 'reply', 'note', 'assign', 'change']
    .map((verb) => ({ key: `ticket.${verb}`, group: 'tickets' }))
    .concat({ key: 'category.change', group: 'tickets' }, { key: 'view.share', group: 'tickets' }),
  contributions: [
    contribute(workspaceFounders, createNumberSequence) as Contribution,
    contribute(liveViews, ticketLiveView),
    contribute(liveViews, savedViewsLive()),
  ],
});
