import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { readChannel } from '../../channel-store.ts';
import {
  findCopy,
  lockWaiting,
  saveInbound,
  type InboundRow,
  type LetterCopy,
} from '../../inbound-store.ts';
import type { MailAuthentication } from '../../schema.ts';
import { attachBounce } from './attach-bounce.ts';
import type { ThreadParts } from './find-thread.ts';
import { joinLetter } from './join-letter.ts';
import type { StoredLetterFile } from './message-of-letter.ts';
import type { Understood } from './understand.ts';

export type LetterToIngest = {
  readonly inboundId: string;
  readonly channelId: string;
  readonly externalId: string;
  readonly understood: Understood;
  /** In the order of `understood.files`; their bytes are safe on disk. */
  readonly stored: readonly StoredLetterFile[];
  readonly authentication: MailAuthentication | null;
};

const Outcome = z.object({
  outcome: z.enum(['ticket', 'reply', 'bounce', 'duplicate', 'own', 'gone']),
  ticketId: z.string().nullable(),
});
type Outcome = z.infer<typeof Outcome>;

type Taken = LetterToIngest & {
  readonly row: InboundRow;
  readonly copy: LetterCopy | null;
  readonly teamId: string | null;
};

/** One letter becomes a message of a ticket, exactly once: the row of the letter is the receipt. */
export const ingestLetter = (parts: ThreadParts) =>
  defineCommand({
    name: 'channels.ingest-letter',
    permission: 'letter.receive',
    input: z.custom<LetterToIngest>(),
    output: Outcome,

    async run(ctx, input) {
      const [row, channel, copy] = await Promise.all([
        lockWaiting(ctx, input.inboundId),
        readChannel(ctx, input.channelId),
        findCopy(ctx, input),
      ]);
      if (!row) {
        return { outcome: 'gone' as const, ticketId: null };
      }
      const taken = { ...input, row, copy, teamId: channel.team_id };
      const { messageId, ...outcome } = await take(ctx, taken, parts);
      const { letter, writer } = input.understood;
      saveInbound(ctx, row.id, {
        state: 'processed',
        outcome: outcome.outcome,
        ticket_id: outcome.ticketId,
        message_id: messageId,
        sender: storable(writer.address).slice(0, 320),
        subject: storable(letter.subject).slice(0, 500),
        processed_at: ctx.now,
        error: null,
      });
      return outcome;
    },
  });

type Result = Outcome & { messageId: string | null };

async function take(ctx: CommandContext, taken: Taken, parts: ThreadParts): Promise<Result> {
  const { automatic, bounce } = taken.understood;
  if (automatic.reason === 'own_mark') {
    // A letter that we sent has come back to us, e.g. as a copy to a mailbox of ours.
    return { outcome: 'own', ticketId: null, messageId: null };
  }
  if (taken.copy) {
    // By its content, not by its Message-ID: there are programs that give one id to all their letters.
    return { outcome: 'duplicate', ...taken.copy };
  }
  if (bounce) {
    const returned = await attachBounce(ctx, taken.understood);
    if (returned) {
      return { outcome: 'bounce', ...returned };
    }
  }
  return joinLetter(ctx, taken, parts);
}
