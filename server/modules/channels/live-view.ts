import type { LiveView } from '../../kernel/live.ts';

/** Administrators see a mailbox go down, and a letter set aside, without asking. */
export const channelLiveView: LiveView = {
  covers: (name) => name.startsWith('channel.') || name.startsWith('letter.'),
  enrich: async (_db, _workspaceId, events) =>
    events.map((event) => ({
      event,
      extra: {},
      visibleTo: (actor) => actor.permissions.has('channel.read'),
    })),
};
