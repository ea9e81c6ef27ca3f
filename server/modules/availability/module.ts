import type { Database } from '../../kernel/database.ts';
import { contribute } from '../../kernel/extension-points.ts';
import { liveViews } from '../../kernel/live.ts';
import type { Module } from '../../kernel/modules.ts';
import { availabilityLiveView } from './live-view.ts';
import { openAvailabilityMemory, type AvailabilityMemory } from './memory.ts';
import { availabilityRoutes } from './routes.ts';

export type Availability = {
  readonly module: Module;
  readonly memory: AvailabilityMemory;
  close(): Promise<void>;
};

export function createAvailability({ db }: { readonly db: Database }): Availability {
  const memory = openAvailabilityMemory(db);
  return {
    memory,
    module: {
      name: 'availability',
      routes: availabilityRoutes(memory),
      permissions: [{ key: 'availability.change', group: 'company' }],
      contributions: [contribute(liveViews, availabilityLiveView)],
    },
    close: () => memory.close(),
  };
}
