import { contribute, type Contribution } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { workspaceFounders } from '../identity/public.ts';
import { addFirstCalendar } from './found-calendar.ts';
import { calendarLiveView } from './live-view.ts';
import { calendarRoutes } from './routes.ts';
import { calendarRemoval } from './commands/remove-calendar.ts';
import { exportDaysRoute, type ExportParts } from './writing/export-route.ts';

export const calendars = (parts: ExportParts): Module => ({
  name: 'calendars',
  routes: [...calendarRoutes, exportDaysRoute(parts)],
  permissions: [{ key: 'calendar.change', group: 'company' }],
  contributions: [
    contribute(workspaceFounders, addFirstCalendar) as Contribution,
    contribute(liveViews, calendarLiveView),
    contribute(removalKinds, calendarRemoval),
  ],
});
