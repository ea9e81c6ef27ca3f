import type { LiveView } from '../../kernel/live.ts';
import { isTrier } from './rights.ts';

/** Runs are seen by whoever may try. */
export const labLiveView: LiveView = {
  covers: (name) => name.startsWith('lab.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: isTrier,
    })),
};
