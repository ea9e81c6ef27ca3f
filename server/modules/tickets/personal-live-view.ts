import type { LiveView } from '../../kernel/live.ts';

/** Reminders and timers reach the screens of their owner only. */
export const personalLiveView: LiveView = {
  covers: (name) => name.startsWith('reminder.') || name.startsWith('timer.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.id !== null && actor.id === event.payload['userId'],
    })),
};
