import type { LiveView } from '../../kernel/live.ts';

/** Administrators see a mailbox go down, and a letter set aside, without asking. */
export const channelLiveView: LiveView = {
  covers: (name) => /^(channel|letter|signature)\./.test(name),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) =>
        actor.permissions.has(event.name.startsWith('signature.') ? 'ticket.read' : 'channel.read'),
    })),
};
