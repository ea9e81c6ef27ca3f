import type { LiveView } from '../../kernel/live.ts';

/** Whoever chooses an assignee sees at once who is there. */
export const availabilityLiveView: LiveView = {
  covers: (name) => name.startsWith('availability.') || name.startsWith('absence.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('user.read'),
    })),
};
