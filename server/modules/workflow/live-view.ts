import type { LiveView } from '../../kernel/live.ts';

/** Screens that show statuses, own fields or lists ask anew; what is to be done is told to whoever has it to do. */
export const workflowLiveView: LiveView = {
  covers: (name) => name.startsWith('workflow.') || name.startsWith('task.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => {
      const { userIds } = event.payload as { userIds?: readonly string[] };
      return {
        event,
        extra: {},
        visibleTo: (actor) =>
          actor.permissions.has('ticket.read') &&
          (userIds === undefined || (actor.id !== null && userIds.includes(actor.id))),
      };
    }),
};
