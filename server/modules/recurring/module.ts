import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { recurringLiveView } from './live-view.ts';
import { recurringRoutes } from './routes.ts';
import { replanOnCalendarChanged } from './subscribers/replan-on-calendar-changed.ts';
import { recurrenceRemoval } from './commands/keep-recurrences.ts';
import { ticketTemplateRemoval } from './commands/keep-ticket-templates.ts';

export const recurring: Module = {
  name: 'recurring',
  routes: recurringRoutes,
  subscribers: [replanOnCalendarChanged],
  contributions: [
    contribute(liveViews, recurringLiveView),
    contribute(removalKinds, ticketTemplateRemoval),
    contribute(removalKinds, recurrenceRemoval),
  ],
};
