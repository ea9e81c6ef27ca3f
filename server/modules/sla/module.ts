import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import { contribute } from '../../kernel/extension-points.ts';
import { liveViews, type LiveView } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { ticketFactSources, ticketLiveView, ticketPolicies } from '../tickets/public.ts';
import { recalculate } from './jobs/recalculate.ts';
import { workingTimeSource } from './queries/open-calendars.ts';
import { slaFactSource } from './queries/sla-facts.ts';
import { slaPolicy } from './keep-clocks.ts';
import { runPreview } from './preview/run-preview.ts';
import { slaRoutes } from './routes.ts';
import { openSlaMemory } from './settings.ts';
import { carryOutOnEscalated } from './subscribers/carry-out-on-escalated.ts';
import { lookAgainOnCalendar } from './subscribers/look-again-on-calendar.ts';
import { slaPolicyRemoval } from './commands/policies.ts';

export type Sla = { readonly module: Module; close(): Promise<void> };

const policiesLive: LiveView = {
  covers: (name) => name.startsWith('sla-policy.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('ticket.read'),
    })),
};

export function createSla(parts: { db: Database; executor: () => Executor }): Sla {
  const memory = openSlaMemory(parts.db);
  return {
    module: {
      name: 'sla',
      routes: slaRoutes,
      subscribers: [lookAgainOnCalendar, carryOutOnEscalated],
      jobs: [recalculate(parts), runPreview(parts)],
      permissions: [{ key: 'sla.change', group: 'company' }],
      contributions: [
        contribute(ticketPolicies, slaPolicy(memory)),
        contribute(ticketFactSources, slaFactSource(memory)),
        contribute(ticketFactSources, workingTimeSource(memory)),
        contribute(liveViews, { ...ticketLiveView, covers: (name) => name.startsWith('sla.') }),
        contribute(liveViews, policiesLive),
        contribute(removalKinds, slaPolicyRemoval),
      ],
    },
    close: () => memory.close(),
  };
}
