import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../../kernel/commands.ts';
import { inStep } from '../../../../kernel/database.ts';
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
import { countLetters } from '../../letter-rate-store.ts';
import type { MailAuthentication } from '../../schema.ts';
import { takenBack } from '../../generated/take-back.ts';
import { attachBounce } from './attach-bounce.ts';
import { findThread, type FoundThread, type ThreadParts } from './find-thread.ts';
import { pastOf } from './history.ts';
import { joinLetter, writerOf, type Known } from './join-letter.ts';
import { insertReferences } from '../threading/reference-store.ts';
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
  /** `later`: nothing was done with it, since another of these letters comes before it. */
  outcome: z.enum(['ticket', 'reply', 'bounce', 'duplicate', 'own', 'note', 'gone', 'later']),
  ticketId: z.string().nullable(),
});
type Outcome = z.infer<typeof Outcome>;

/** What is known of a letter before anything is locked or written. */
type Asked = LetterToIngest & {
  readonly row: InboundRow | null;
  readonly copy: LetterCopy | null;
  readonly thread: FoundThread | null;
  readonly found: Pick<Known, 'writer' | 'teamId'>;
};
type Waiting = Asked & { readonly row: InboundRow };
type Result = Outcome & { readonly messageId: string | null };

/**
 * Letters become messages of tickets, each exactly once: the row of a letter is the receipt. Those that wait at the same
 * time share a transaction and go through it in step, since what a transaction and a statement cost by themselves is most of
 * what a letter costs. When one of them fails, nothing has happened, and each is taken alone.
 */
export const ingestLetters = (parts: ThreadParts) =>
  defineCommand({
    name: 'channels.ingest-letters',
    permission: 'letter.receive',
    input: z.custom<readonly LetterToIngest[]>(),
    output: z.array(Outcome),

    async run(ctx, letters) {
      const [asked, { answersPerHour }] = await Promise.all([
        inStep(
          ctx.tx,
          letters.map((letter) => () => ask(ctx, letter, parts)),
        ),
        readWorkspace(ctx.tx, ctx.actor.workspaceId),
      ]);
      const results = new Map<Asked, Result>();
      const joining: Waiting[] = [];
      for (const letter of asked) {
        const result = isWaiting(letter) ? await withoutJoining(ctx, letter, parts) : gone;
        if (result) {
          results.set(letter, result);
        } else {
          joining.push(letter as Waiting);
        }
      }
      const { first, later } = apart(joining);
      later.forEach((letter) => results.set(letter, waits));
      const joined = await joinAll(ctx, first, answersPerHour);
      first.forEach((letter, index) => results.set(letter, joined[index] ?? gone));
      saveProcessed(
        ctx,
        asked.flatMap((letter) => receipt(letter, results.get(letter))),
      );
      return asked.map((letter) => outcomeOf(results.get(letter) ?? gone));
    },
  });

const gone: Result = { outcome: 'gone', ticketId: null, messageId: null };
const waits: Result = { outcome: 'later', ticketId: null, messageId: null };
const untouched: ReadonlySet<string> = new Set(['gone', 'later']);

const outcomeOf = ({ outcome, ticketId }: Result): Outcome => ({ outcome, ticketId });
const isWaiting = (letter: Asked): letter is Waiting => letter.row !== null;

/** Asked in one turn. */
async function ask(
  ctx: CommandContext,
  letter: LetterToIngest,
  parts: ThreadParts,
): Promise<Asked> {
  const [row, channel, copy, thread, writer] = await Promise.all([
    lockWaiting(ctx, letter.inboundId),
    readChannel(ctx, letter.channelId),
    findCopy(ctx, letter),
    findThread(ctx, letter.understood.letter, parts),
    findWriter(ctx, writerOf(letter.understood)),
  ]);
  return { ...letter, row, copy, thread, found: { writer, teamId: channel.team_id } };
}

/** A letter that neither opens a ticket nor goes into one as a message; null for all others. */
async function withoutJoining(
  ctx: CommandContext,
  { understood, copy }: Waiting,
  { replySecret }: ThreadParts,
): Promise<Result | null> {
  if (understood.automatic.reason === 'own_mark') {
    // A letter that we sent has come back to us, e.g. as a copy to a mailbox of ours.
    return { outcome: 'own', ticketId: null, messageId: null };
  }
  if (copy) {
    // By its content, not by its Message-ID: there are programs that give one id to all their letters.
    return { outcome: 'duplicate', ...copy };
  }
  if (takenBack(ctx, understood, replySecret)) {
    return { outcome: 'note', ticketId: null, messageId: null };
  }
  const returned = understood.bounce && (await attachBounce(ctx, understood));
  return returned ? { outcome: 'bounce', ...returned } : null;
}

/**
 * Letters that may go in step: of two into one ticket the second has to see what the first has made of it, of two by one
 * newcomer the second has to find them known.
 */
function apart(letters: readonly Waiting[]): { first: Waiting[]; later: Waiting[] } {
  const seen = new Set<string>();
  const first: Waiting[] = [];
  const later: Waiting[] = [];
  for (const letter of letters) {
    const { thread, found, understood, externalId } = letter;
    const own = [
      `letter ${externalId}`,
      ...(thread ? [`ticket ${thread.ticketId}`] : []),
      ...(found.writer ? [] : [`newcomer ${writerOf(understood).value.toLowerCase()}`]),
    ];
    (own.some((key) => seen.has(key)) ? later : first).push(letter);
    own.forEach((key) => seen.add(key));
  }
  return { first, later };
}

async function joinAll(
  ctx: CommandContext,
  letters: readonly Waiting[],
  answersPerHour: number,
): Promise<Result[]> {
  const lettersThisHour = await counter(ctx, letters);
  const taken = new Set<string>();
  const joined = await inStep(
    ctx.tx,
    letters.map((letter) => () => {
      const { thread, found } = letter;
      const hour = { letters: lettersThisHour(letter), answered: answersPerHour };
      const known: Known = {
        ...found,
        thread,
        hour,
        take: (ticketId) => takeOnce(taken, ticketId),
      };
      return joinLetter(ctx, { ...letter, known });
    }),
  );
  insertReferences(
    ctx,
    joined.map(({ claim }) => claim),
  );
  return joined.map(({ outcome, ticketId, messageId }) => ({ outcome, ticketId, messageId }));
}

/** Merges and splits lead from different tickets to the same one. */
function takeOnce(taken: Set<string>, ticketId: string): void {
  if (taken.has(ticketId)) {
    throw new Error('two letters that share a transaction answer into one ticket');
  }
  taken.add(ticketId);
}

/** How many letters its writer has sent within the hour. What is brought in from the past does not count. */
async function counter(ctx: CommandContext, letters: readonly Waiting[]) {
  const present = letters.filter(
    ({ row, understood }) => !pastOf(row.envelope, understood.letter, ctx.now),
  );
  const addresses = present.map(({ understood }) => writerOf(understood).value.toLowerCase());
  const counts = await countLetters(ctx, addresses, ctx.now);
  const byLetter = new Map(present.map((letter, index) => [letter, counts[index] ?? 0]));
  return (letter: Waiting): number => byLetter.get(letter) ?? 0;
}

function receipt({ inboundId, understood }: Asked, result = gone) {
  const { outcome, ticketId, messageId } = result;
  return untouched.has(outcome)
    ? []
    : [
        {
          inboundId,
          outcome,
          ticketId,
          messageId,
          sender: storable(understood.writer.address).slice(0, 320),
          subject: storable(understood.letter.subject).slice(0, 500),
        },
      ];
}
