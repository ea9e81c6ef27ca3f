import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import { activeAddresses } from '../../queries/active-addresses.ts';
import { compileBlockList, normalBlock } from '../block-list.ts';
import { BlockEntry, blockFields } from '../schema.ts';
import { insertBlockEntry } from '../screening-store.ts';

/** From now on such letters and submissions go to spam; those that are tickets already stay where they are. */
export const blockSender = defineCommand({
  name: 'channels.block-sender',
  permission: 'letter.change',
  input: z.strictObject({ ...blockFields, note: blockFields.note.optional() }),
  output: BlockEntry,

  async run(ctx, { kind, value: given, note = '' }) {
    const { workspaceId } = ctx.actor;
    const entry = { id: newId(), kind, value: normalBlock(kind, given) };
    const blockOf = compileBlockList([entry]);
    const own = await activeAddresses(ctx.tx, workspaceId);
    if (own.some(({ address }) => blockOf({ address, subject: '' }))) {
      throw new Refusal('not_allowed', 'block.own_address');
    }
    await insertBlockEntry(ctx, {
      ...entry,
      workspace_id: workspaceId,
      note,
      caught: 0,
      last_caught_at: null,
      created_by_name: ctx.actor.name,
      created_at: ctx.now,
    });
    ctx.audit({
      action: 'sender.blocked',
      subject: { kind: 'block_entry', id: entry.id, name: entry.value },
      before: null,
      after: { kind, value: entry.value, note },
    });
    return {
      ...entry,
      note,
      caught: 0,
      lastCaughtAt: null,
      createdBy: ctx.actor.name,
      createdAt: ctx.now.toISOString(),
    };
  },
});
