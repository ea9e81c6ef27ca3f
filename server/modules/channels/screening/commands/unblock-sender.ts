import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { id } from '../../../../kernel/text.ts';
import { deleteBlockEntry } from '../screening-store.ts';

/** What it has caught stays in spam until somebody takes it out. */
export const unblockSender = defineCommand({
  name: 'channels.unblock-sender',
  permission: 'letter.change',
  input: z.strictObject({ entryId: id() }),
  output: z.object({}),
  async run(ctx, { entryId }) {
    const { kind, value, note } = await deleteBlockEntry(ctx, entryId);
    ctx.audit({
      action: 'sender.unblocked',
      subject: { kind: 'block_entry', id: entryId, name: value },
      before: { kind, value, note },
      after: null,
    });
    return {};
  },
});
