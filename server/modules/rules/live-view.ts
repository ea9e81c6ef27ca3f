import type { LiveView } from '../../kernel/live.ts';

/** The list of rules is right without asking again. */
export const rulesLiveView: LiveView = {
  covers: (name) => name.startsWith('rule.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('rule.change'),
    })),
};
