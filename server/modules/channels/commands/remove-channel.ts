import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { keepRemoved } from '../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../kernel/removals/removal-kinds.ts';
import { id } from '../../../kernel/text.ts';
import { channelNotice, lockChannel, saveChannel, type ChannelRow } from '../channel-store.ts';
import { channelChanged, channelRemoved } from '../events.ts';
import { notedChannel } from '../noted-channel.ts';
import { readChannelCard } from '../queries/list-channels.ts';

/** With its address and its secrets, which stay sealed as they were; it reads on from where it has stopped. */
export const channelRemoval: RemovalKind = {
  kind: 'channel',
  permission: 'channel.change',
  table: 'channel',
  notice: channelNotice,
  rowStays: { columns: ['active', 'address', 'secrets', 'removed_at', 'version'] },
  async returned(ctx, { id: channelId }) {
    ctx.emit(channelChanged, { channelId });
    await notedChannel(ctx, 'channel.restored', channelId, null);
  },
};

/** Tickets and letters keep pointing at it, so it is put out of use; its address is free again. */
export const removeChannel = defineCommand({
  name: 'channels.remove',
  permission: 'channel.change',
  input: z.strictObject({ channelId: id() }),
  output: Removed,
  async run(ctx, { channelId }) {
    const before: ChannelRow = await lockChannel(ctx, channelId);
    if (before.built_in) {
      throw new Refusal('not_allowed', 'channel.built_in');
    }
    const shown = await readChannelCard(ctx.tx, ctx.actor.workspaceId, channelId);
    const removed = await keepRemoved(ctx, channelRemoval, { id: channelId, name: before.name });
    await saveChannel(ctx, channelId, {
      active: false,
      address: null,
      secrets: null,
      removed_at: ctx.now,
      version: before.version + 1,
    });
    ctx.emit(channelRemoved, { channelId });
    await notedChannel(ctx, 'channel.removed', channelId, shown);
    return removed;
  },
});
