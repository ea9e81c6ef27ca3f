import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { insertInbound } from '../inbound-store.ts';
import type { InboundEnvelope } from '../schema.ts';

/** The raw letter is safe on disk; this makes it known. Only after it may the letter be acknowledged to its sender. */
export const receiveLetter = defineCommand({
  name: 'channels.receive-letter',
  permission: 'letter.receive',
  input: z.strictObject({
    channelId: z.string(),
    externalId: z.string().min(1).max(300),
    raw: z.string(),
    size: z.int(),
    envelope: z.custom<InboundEnvelope>(),
  }),
  output: z.object({ isNew: z.boolean() }),

  async run(ctx, { channelId, externalId, raw, size, envelope }) {
    const isNew = await insertInbound(ctx, {
      workspace_id: ctx.actor.workspaceId,
      id: newId(),
      channel_id: channelId,
      external_id: externalId,
      state: 'received',
      raw,
      size,
      envelope: JSON.stringify(envelope),
      received_at: ctx.now,
      due_at: ctx.now,
    } as Parameters<typeof insertInbound>[1]);
    return { isNew };
  },
});
