import type { LiveView } from '../../kernel/live.ts';

/** A menu of templates is right without asking again. */
export const templateLiveView: LiveView = {
  covers: (name) => name.startsWith('template.') || name.startsWith('macro.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('ticket.read'),
    })),
};
