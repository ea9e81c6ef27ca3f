import type { LiveView } from '../../kernel/live.ts';

/** Lists of ticket templates and recurrences are right without asking again. */
export const recurringLiveView: LiveView = {
  covers: (name) => name.startsWith('ticket-template.') || name.startsWith('recurrence.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('ticket.read'),
    })),
};
