import { contribute, type Contribution } from '../../kernel/extension-points.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { workspaceFounders } from '../identity/public.ts';
import type { OwnColumns } from './export/export-tickets.ts';
import type { PresenceParts } from './http/composer-routes.ts';
import type { FileParts } from './http/file-routes.ts';
import type { FrameParts } from './http/frame-routes.ts';
import { handOverOnPersonMerged, takeBackOnMergeUndone } from './handover/hand-over-on-merge.ts';
import { handOverTheRest } from './handover/hand-over-the-rest.ts';
import { runBulkAct, type BulkParts } from './bulk/run-bulk-act.ts';
import { writePlannedAnswerInTime } from './planned/write-planned-answer-in-time.ts';
import { ticketRoutes } from './routes.ts';
import { createNumberSequence } from './ticket-store.ts';
import { ticketLiveView } from './live-view.ts';
import { personalLiveView } from './personal-live-view.ts';
import { workPermissions } from './work-routes.ts';
import { savedViewsLive } from './views/saved-views-live.ts';
import { liveViews } from '../../kernel/live.ts';
import { viewRemoval } from './views/change-views.ts';
import { categoryRemoval } from './commands/categories.ts';

export const tickets = (
  parts: FileParts &
    FrameParts &
    PresenceParts &
    BulkParts & { readonly clock: Clock; readonly ownColumns?: OwnColumns },
): Module => ({
  name: 'tickets',
  routes: ticketRoutes(parts),
  jobs: [writePlannedAnswerInTime(parts), runBulkAct(parts), handOverTheRest(parts)],
  subscribers: [handOverOnPersonMerged, takeBackOnMergeUndone],
  permissions: ['read', 'create', 'reply', 'note', 'assign', 'change']
    .map((verb) => ({ key: `ticket.${verb}`, group: 'tickets' }))
    .concat(workPermissions)
    .concat({ key: 'export.tickets', group: 'tickets' })
    .concat({ key: 'category.change', group: 'tickets' }, { key: 'view.share', group: 'tickets' }),
  contributions: [
    contribute(workspaceFounders, createNumberSequence) as Contribution,
    contribute(liveViews, ticketLiveView),
    contribute(liveViews, personalLiveView),
    contribute(liveViews, savedViewsLive()),
    contribute(removalKinds, viewRemoval),
    contribute(removalKinds, categoryRemoval),
  ],
});
