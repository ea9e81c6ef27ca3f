import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { removalKinds } from '../../kernel/removals/removal-kinds.ts';
import { ticketPolicies } from '../tickets/public.ts';
import { availabilityLiveView } from './live-view.ts';
import { openAvailabilityMemory, type AvailabilityMemory } from './memory.ts';
import { moveJob } from './moving/move-job.ts';
import { substituteAtTheDoor } from './moving/substitute-policy.ts';
import { availabilityRoutes } from './routes.ts';
import { forgetOnUserChanged } from './subscribers/forget-on-user-changed.ts';
import { dutyRemoval } from './duty/change-duty.ts';

export type Availability = {
  readonly module: Module;
  readonly memory: AvailabilityMemory;
  close(): Promise<void>;
};

export function createAvailability(parts: {
  readonly db: Database;
  readonly executor: () => Executor;
}): Availability {
  const memory = openAvailabilityMemory(parts.db);
  return {
    memory,
    module: {
      name: 'availability',
      routes: availabilityRoutes,
      jobs: [moveJob(parts)],
      subscribers: [forgetOnUserChanged],
      permissions: [{ key: 'availability.change', group: 'company' }],
      contributions: [
        contribute(ticketPolicies, substituteAtTheDoor(memory)),
        contribute(liveViews, availabilityLiveView),
        contribute(removalKinds, dutyRemoval),
      ],
    },
    close: () => memory.close(),
  };
}
