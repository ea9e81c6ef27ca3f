import type { LiveView } from '../../kernel/live.ts';

export const calendarLiveView: LiveView = {
  covers: (name) => name.startsWith('calendar.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('ticket.read'),
    })),
};
