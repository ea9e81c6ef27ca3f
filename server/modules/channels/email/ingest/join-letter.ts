import type { CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { addWriter, recognisePerson, type RecognisedPerson } from '../../../customers/public.ts';
import {
  answerInto,
  applyTo,
  lockTicketForIntake,
  openWithMessage,
  receiveInto,
  takeNumber,
  type Author,
  type NewMessage,
} from '../../../tickets/public.ts';
import type { Claim } from '../threading/reference-store.ts';
import { holdBlocked } from '../../screening/hold-blocked.ts';
import type { Mailbox } from '../letter/letter.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import type { FoundThread } from './find-thread.ts';
import type { Understood } from './understand.ts';
import { pastOf, type Past } from './history.ts';
import { messageOfLetter, type LetterParts } from './message-of-letter.ts';

/** What was found out before the letter is let in. */
export type Known = {
  readonly thread: FoundThread | null;
  /** Null when nobody has the writer's address yet. */
  readonly writer: RecognisedPerson | null;
  readonly teamId: string | null;
  /** How many letters the writer has sent within the running hour; more than are `answered` are a machine's. */
  readonly hour: { readonly letters: number; readonly answered: number };
  /** Told of the ticket that the letter goes into, once it is locked. */
  readonly take: (ticketId: string) => void;
};

export type LetterToJoin = LetterParts & { readonly known: Known };

type Joined = {
  readonly outcome: 'ticket' | 'reply';
  readonly ticketId: string;
  readonly messageId: string;
  /** The Message-IDs that lead to the ticket from now on. */
  readonly claim: Claim;
};
type Ticket = NonNullable<Awaited<ReturnType<typeof lockTicketForIntake>>>;

/** Who wrote, in which ticket's name, and whether that is over: everything that decides where a letter goes. */
type Place = {
  readonly author: Author;
  readonly requester: RecognisedPerson;
  readonly message: NewMessage;
  readonly past: Past | null;
  readonly teamId: string | null;
};

/** A letter goes into the ticket that it answers, or opens one. */
export async function joinLetter(ctx: CommandContext, taken: LetterToJoin): Promise<Joined> {
  const { letter } = taken.understood;
  const { thread } = taken.known;
  // Sent together: neither needs what the other finds.
  const [place, found, number] = await Promise.all([
    placeOf(ctx, taken),
    lockFound(ctx, taken.known),
    thread ? undefined : takeNumber(ctx),
  ]);
  // What was brought in from the past has its own time, and so has everything that follows from it.
  const then = place.past ? longAgo(ctx, place.past.at) : ctx;
  const { blocked } = taken.understood;
  // Who is blocked does not come up again by answering an old letter.
  const ticket = blocked && found?.status !== 'spam' ? null : found;
  const received = ticket
    ? await goInto(then, ticket, place)
    : await open(then, place, {
        subject: letter.subject,
        number,
        caught: blocked !== null,
      });
  if (blocked) {
    await holdBlocked(ctx, received.ticket, blocked);
  }
  const at = { ticketId: received.ticket.id, messageId: received.messageId };
  return {
    outcome: ticket ? 'reply' : 'ticket',
    ...at,
    claim: { ...at, own: letter.messageId, awaited: threadKeys(letter).slice(0, 20) },
  };
}

async function lockFound(ctx: CommandContext, { thread, take }: Known): Promise<Ticket | null> {
  const row = thread && (await lockTicketForIntake(ctx, thread.ticketId, thread.messageId));
  if (row) {
    take(row.id);
  }
  return row;
}

const longAgo = (ctx: CommandContext, at: Date): CommandContext => ({
  ...ctx,
  now: at,
  emit: (type, payload, about) => ctx.emit(type, payload, { ...about, at }),
});

async function placeOf(ctx: CommandContext, taken: LetterToJoin): Promise<Place> {
  const { letter, writer, correspondent } = taken.understood;
  const past = pastOf(taken.row.envelope, letter, ctx.now);
  const ours = past && correspondent;
  const wrote = writtenBy(ours ?? writer);
  const { value: address } = wrote;
  const { known } = taken;
  const requester = ours
    ? await recognisePerson(ctx, wrote)
    : (known.writer ?? (await addWriter(ctx, wrote)));
  const loops = !past && isLoop(known);
  const automatic = automaticOf(taken.understood, past ? 'history' : loops ? 'loop' : null);
  const message = await messageOfLetter(ctx, taken, { automatic });
  return {
    author: ours ? ourAuthor(letter.from) : customer(requester, address),
    requester,
    message: past ? { ...message, id: past.messageId } : message,
    past,
    teamId: known.teamId,
  };
}

const automaticOf = (
  { bounce, automatic, blocked }: LetterToJoin['understood'],
  otherwise: string | null,
) => (blocked ? 'blocked' : bounce ? 'bounce' : (automatic.automatic ?? otherwise));

function open(
  ctx: CommandContext,
  { author, requester, message, past, teamId }: Place,
  { subject, number, caught }: { subject: string; number: number | undefined; caught: boolean },
) {
  const isAnswered = author.kind === 'user' && past?.status === 'new';
  const status = isAnswered ? 'solved' : past?.status;
  return openWithMessage(ctx, {
    subject: storable(subject),
    number,
    requester,
    state: { ...(teamId && { teamId }), ...(status && { status }) },
    author,
    message,
    caught,
  });
}

async function goInto(ctx: CommandContext, ticket: Ticket, { author, message, past }: Place) {
  if (author.kind === 'person') {
    const received = await receiveInto(ctx, ticket, { author, message });
    if (message.automatic === 'loop' || (message.automatic === 'history' && !past?.isOver)) {
      await bringBack(ctx, received.ticket);
    }
    return received;
  }
  // It was answered before there was a desk: unless something came later, nothing is left to be done.
  const settles = !isDone(ticket) && past && past.at >= ticket.last_message_at;
  const changes = settles
    ? { status: past.isOver ? ('closed' as const) : ('solved' as const) }
    : {};
  return answerInto(ctx, ticket, { author, message, visibility: 'public', changes });
}

const isDone = ({ status }: Ticket): boolean => status === 'solved' || status === 'closed';

/** A person's word is work, however many they write and whenever it was. */
async function bringBack(ctx: CommandContext, ticket: Ticket): Promise<void> {
  if (isDone(ticket) && ctx.now >= ticket.last_message_at) {
    const reason = { code: 'reopened_by_customer' };
    await applyTo(ctx, ticket, { changes: { status: 'open' }, occurrences: [], reason });
  }
}

/** More than the company wants answered by a machine: another machine may be writing. */
const isLoop = ({ hour: { letters, answered } }: Known): boolean =>
  // The first letter of an hour is none, whatever is set.
  letters > 1 && letters > answered;

const nobody = 'unknown@invalid';

/** Odd senders, like a MAILER-DAEMON without a host, are nobody's reason to lose a letter. */
function knownMailbox({ name, address }: Mailbox): Mailbox {
  const plain = storable(address).trim().slice(0, 320);
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(plain);
  return { name: storable(name || (isAddress ? '' : plain)), address: isAddress ? plain : nobody };
}

const writtenBy = (mailbox: Mailbox) => {
  const { name, address } = knownMailbox(mailbox);
  return { kind: 'email' as const, value: address, name };
};

/** Whom a letter that has just come is from. */
export const writerOf = ({ writer }: Understood) => writtenBy(writer);

const customer = ({ id, name }: Place['requester'], address: string): Author => ({
  kind: 'person',
  id,
  name,
  address,
});

const ourAuthor = (from: Mailbox | null): Author => ({
  kind: 'user',
  id: null,
  name: storable(from?.name || from?.address || '').slice(0, 200),
  address: from?.address ?? null,
});
