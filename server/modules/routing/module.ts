import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import type { AvailabilityMemory } from '../availability/public.ts';
import { ticketPolicies } from '../tickets/public.ts';
import { openKnownRouting } from './known-routing.ts';
import { routingLiveView } from './live-view.ts';
import { openLoadMemory } from './loads.ts';
import type { RoutingMemory } from './memory.ts';
import { routingAtTheDoor } from './route-tickets.ts';
import { routingRoutes } from './routes.ts';
import { routingRuleRemoval } from './commands/change-rules.ts';
import { skillRemoval } from './commands/change-skills.ts';

export type RoutingModule = {
  readonly module: Module;
  readonly memory: RoutingMemory;
  close(): Promise<void>;
};

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly availability: AvailabilityMemory;
};

export function createRouting(parts: Parts): RoutingModule {
  const known = openKnownRouting(parts.db);
  const memory: RoutingMemory = {
    known,
    loads: openLoadMemory(parts.db),
    availability: parts.availability,
  };
  return {
    memory,
    module: {
      name: 'routing',
      routes: routingRoutes(memory),
      permissions: [{ key: 'routing.change', group: 'company' }],
      contributions: [
        contribute(ticketPolicies, routingAtTheDoor({ memory, clock: parts.clock })),
        contribute(liveViews, routingLiveView),
        contribute(removalKinds, routingRuleRemoval),
        contribute(removalKinds, skillRemoval),
      ],
    },
    close: async () => {
      await Promise.all([known.close(), memory.loads.close()]);
    },
  };
}
