import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { keepRemoved } from '../../../../kernel/removals/keep-removed.ts';
import { Removed, type RemovalKind } from '../../../../kernel/removals/removal-kinds.ts';
import { id } from '../../../../kernel/text.ts';
import { deleteBlockEntry, lockBlockEntry, screeningNotice } from '../screening-store.ts';

export const blockEntryRemoval: RemovalKind = {
  kind: 'block-entry',
  permission: 'letter.change',
  table: 'block_entry',
  notice: screeningNotice,
  returned: async (ctx, { id: entryId, name, row }) =>
    ctx.audit({
      action: 'sender.block-restored',
      subject: { kind: 'block_entry', id: entryId, name },
      before: null,
      after: { kind: row['kind'], value: name, note: row['note'] },
    }),
};

/** What it has caught stays in spam until somebody takes it out. */
export const unblockSender = defineCommand({
  name: 'channels.unblock-sender',
  permission: 'letter.change',
  input: z.strictObject({ entryId: id() }),
  output: Removed,
  async run(ctx, { entryId }) {
    const { kind, value, note } = await lockBlockEntry(ctx, entryId);
    const removed = await keepRemoved(ctx, blockEntryRemoval, { id: entryId, name: value });
    await deleteBlockEntry(ctx, entryId);
    ctx.audit({
      action: 'sender.unblocked',
      subject: { kind: 'block_entry', id: entryId, name: value },
      before: { kind, value, note },
      after: null,
    });
    return removed;
  },
});
