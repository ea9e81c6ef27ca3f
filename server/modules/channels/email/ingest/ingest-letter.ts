import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { findWriter } from '../../../customers/public.ts';
import { readWorkspace } from '../../../identity/public.ts';
import { readChannel } from '../../channel-store.ts';
import {
  findCopy,
  lockWaiting,
  saveProcessed,
  type InboundRow,
  type LetterCopy,
} from '../../inbound-store.ts';
import type { MailAuthentication } from '../../schema.ts';
import { attachBounce } from './attach-bounce.ts';
import { findThread, type ThreadParts } from './find-thread.ts';
import { joinLetter, writerOf, type Known } from './join-letter.ts';
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
  readonly known: Known;
};

/** One letter becomes a message of a ticket, exactly once: the row of the letter is the receipt. */
export const ingestLetter = (parts: ThreadParts) =>
  defineCommand({
    name: 'channels.ingest-letter',
    permission: 'letter.receive',
    input: z.custom<LetterToIngest>(),
    output: Outcome,

    async run(ctx, input) {
      // Asked in one turn: what a letter needs is known before anything is locked or written.
      const [row, channel, copy, thread, writer, workspace] = await Promise.all([
        lockWaiting(ctx, input.inboundId),
        readChannel(ctx, input.channelId),
        findCopy(ctx, input),
        findThread(ctx, input.understood.letter, parts),
        findWriter(ctx, writerOf(input.understood)),
        readWorkspace(ctx.tx, ctx.actor.workspaceId),
      ]);
      if (!row) {
        return { outcome: 'gone' as const, ticketId: null };
      }
      const { answersPerHour } = workspace;
      const known = { thread, writer, answersPerHour, teamId: channel.team_id };
      const { messageId, ...outcome } = await take(ctx, { ...input, row, copy, known });
      const { letter, writer: wrote } = input.understood;
      saveProcessed(ctx, row.id, {
        ...outcome,
        messageId,
        sender: storable(wrote.address).slice(0, 320),
        subject: storable(letter.subject).slice(0, 500),
      });
      return outcome;
    },
  });

type Result = Outcome & { messageId: string | null };

async function take(ctx: CommandContext, taken: Taken): Promise<Result> {
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
  return joinLetter(ctx, taken);
}
