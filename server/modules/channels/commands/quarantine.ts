import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { lockInbound, notifyInbound, saveInbound } from '../inbound-store.ts';
import { readInbound } from '../queries/list-inbound.ts';
import { Inbound } from '../schema.ts';

export const retryInbound = defineCommand({
  name: 'channels.retry-inbound',
  permission: 'letter.change',
  input: z.strictObject({ inboundId: id() }),
  output: Inbound,
  async run(ctx, { inboundId }) {
    const row = await lockInbound(ctx, inboundId);
    if (row.state === 'processed') {
      throw new Refusal('not_allowed', 'inbound.processed');
    }
    saveInbound(ctx, inboundId, { state: 'received', attempts: 0, due_at: ctx.now });
    notifyInbound(ctx);
    return readInbound(ctx.tx, ctx.actor.workspaceId, inboundId);
  },
});

/** The raw letter stays on disk; it only leaves the list. */
export const discardInbound = defineCommand({
  name: 'channels.discard-inbound',
  permission: 'letter.change',
  input: z.strictObject({ inboundId: id() }),
  output: z.object({}),
  async run(ctx, { inboundId }) {
    const row = await lockInbound(ctx, inboundId);
    if (row.state === 'processed') {
      throw new Refusal('not_allowed', 'inbound.processed');
    }
    saveInbound(ctx, inboundId, { state: 'discarded' });
    return {};
  },
});
