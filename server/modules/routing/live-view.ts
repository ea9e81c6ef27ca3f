import type { LiveView } from '../../kernel/live.ts';

/** Rules, skills and people of the settings are right without asking again. */
export const routingLiveView: LiveView = {
  covers: (name) => name.startsWith('routing.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('routing.change'),
    })),
};
