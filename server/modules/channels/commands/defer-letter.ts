import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { storable } from '../../../kernel/text.ts';
import { letterQuarantined } from '../events.ts';
import { lockInbound, saveInbound } from '../inbound-store.ts';
import { InboundError } from '../schema.ts';

/** A letter that could not be taken: once more later, or aside, where a person sees it with its error and raw source. */
export const deferLetter = defineCommand({
  name: 'channels.defer-letter',
  permission: 'letter.receive',
  input: z.strictObject({ inboundId: z.string(), aside: z.boolean(), error: InboundError }),
  output: z.object({}),

  async run(ctx, { inboundId, aside, error }) {
    const row = await lockInbound(ctx, inboundId);
    if (row.state !== 'received') {
      return {};
    }
    const attempts = row.attempts + 1;
    saveInbound(ctx, inboundId, {
      attempts,
      state: aside ? 'quarantined' : 'received',
      due_at: new Date(ctx.now.getTime() + 2_000 * 2 ** attempts),
      error: JSON.stringify({ code: error.code, detail: storable(error.detail) }),
    });
    if (aside) {
      ctx.emit(letterQuarantined, { channelId: row.channel_id, inboundId, code: error.code });
    }
    return {};
  },
});
