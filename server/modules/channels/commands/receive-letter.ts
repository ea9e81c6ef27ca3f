import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { newId } from '../../../kernel/ids.ts';
import { noteArrival } from '../channel-store.ts';
import { insertInbound } from '../inbound-store.ts';
import type { InboundEnvelope } from '../schema.ts';

const RawLetter = z.strictObject({
  channelId: z.string(),
  externalId: z.string().min(1).max(300),
  raw: z.string(),
  size: z.int(),
  envelope: z.custom<InboundEnvelope>(),
});
export type RawLetterInput = z.infer<typeof RawLetter>;

/** Raw letters that are safe on disk; this makes them known. Only after it may they be acknowledged to their senders. */
export const receiveLetters = defineCommand({
  name: 'channels.receive-letters',
  permission: 'letter.receive',
  input: z.strictObject({ letters: z.array(RawLetter).min(1).max(100) }),
  output: z.object({ new: z.int() }),

  async run(ctx, { letters }) {
    return { new: await take(ctx, letters) };
  },
});

export const receiveLetter = defineCommand({
  name: 'channels.receive-letter',
  permission: 'letter.receive',
  input: RawLetter,
  output: z.object({ isNew: z.boolean() }),

  async run(ctx, letter) {
    return { isNew: (await take(ctx, [letter])) > 0 };
  },
});

async function take(ctx: CommandContext, letters: readonly RawLetterInput[]): Promise<number> {
  const rows = letters.map((letter) => rowOf(letter, ctx));
  const handedOver = letters.filter(({ envelope }) => envelope.to !== undefined);
  if (handedOver.length > 0) {
    // Of a mailbox that is read, its reader says when the last letter came.
    noteArrival(ctx, [...new Set(handedOver.map(({ channelId }) => channelId))]);
  }
  return insertInbound(ctx, rows);
}

type Now = { readonly now: Date; readonly actor: { readonly workspaceId: string } };

function rowOf({ channelId, externalId, raw, size, envelope }: RawLetterInput, ctx: Now) {
  return {
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
    attempts: 0,
  } as const;
}
