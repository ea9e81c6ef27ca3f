import type { CommandContext } from '../../../../kernel/commands.ts';
import { storable } from '../../../../kernel/text.ts';
import { recognisePerson } from '../../../customers/public.ts';
import { readWorkspace } from '../../../identity/public.ts';
import {
  answerInto,
  applyTo,
  lockTicketForIntake,
  openWithMessage,
  receiveInto,
  type Author,
  type NewMessage,
} from '../../../tickets/public.ts';
import { countLetter, insertReferences } from '../../inbound-store.ts';
import type { Mailbox } from '../letter/letter.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import { findThread, type ThreadParts } from './find-thread.ts';
import { pastOf, type Past } from './history.ts';
import { messageOfLetter, type LetterParts } from './message-of-letter.ts';

export type LetterToJoin = LetterParts & { readonly teamId: string | null };

type Joined = { outcome: 'ticket' | 'reply'; ticketId: string; messageId: string };
type Ticket = NonNullable<Awaited<ReturnType<typeof lockTicketForIntake>>>;

/** Who wrote, in which ticket's name, and whether that is over: everything that decides where a letter goes. */
type Place = {
  readonly author: Author;
  readonly requester: Awaited<ReturnType<typeof recognisePerson>>;
  readonly message: NewMessage;
  readonly past: Past | null;
  readonly teamId: string | null;
};

/** A letter goes into the ticket that it answers, or opens one. */
export async function joinLetter(
  ctx: CommandContext,
  taken: LetterToJoin,
  parts: ThreadParts,
): Promise<Joined> {
  const { letter } = taken.understood;
  // Sent together: neither needs what the other finds.
  const [place, thread] = await Promise.all([placeOf(ctx, taken), findThread(ctx, letter, parts)]);
  // What was brought in from the past has its own time, and so has everything that follows from it.
  const then = place.past ? { ...ctx, now: place.past.at } : ctx;
  const ticket = thread && (await lockTicketForIntake(ctx, thread.ticketId));
  const received = ticket
    ? await goInto(then, ticket, place)
    : await open(then, place, letter.subject);
  insertReferences(
    ctx,
    { ticketId: received.ticket.id, ticketMessageId: received.messageId },
    { own: letter.messageId, awaited: threadKeys(letter).slice(0, 20) },
  );
  return {
    outcome: ticket ? 'reply' : 'ticket',
    ticketId: received.ticket.id,
    messageId: received.messageId,
  };
}

async function placeOf(ctx: CommandContext, taken: LetterToJoin): Promise<Place> {
  const { letter, writer, correspondent } = taken.understood;
  const past = pastOf(taken.row.envelope, letter, ctx.now);
  const ours = past && correspondent;
  const { name, address } = knownMailbox(ours ?? writer);
  const [requester, loops] = await Promise.all([
    recognisePerson(ctx, { kind: 'email', value: address, name }),
    past ? false : isLoop(ctx, address),
  ]);
  const automatic = automaticOf(taken.understood, past ? 'history' : loops ? 'loop' : null);
  const message = await messageOfLetter(ctx, taken, { automatic });
  return {
    author: ours ? ourAuthor(letter.from) : customer(requester, address),
    requester,
    message: past ? { ...message, id: past.messageId } : message,
    past,
    teamId: taken.teamId,
  };
}

const automaticOf = ({ bounce, automatic }: LetterToJoin['understood'], otherwise: string | null) =>
  bounce ? 'bounce' : (automatic.automatic ?? otherwise);

function open(
  ctx: CommandContext,
  { author, requester, message, past, teamId }: Place,
  subject: string,
) {
  const isAnswered = author.kind === 'user' && past?.status === 'new';
  const status = isAnswered ? 'solved' : past?.status;
  return openWithMessage(ctx, {
    subject: storable(subject),
    requester,
    state: { ...(teamId && { teamId }), ...(status && { status }) },
    author,
    message,
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

/** More letters within the running hour than the company wants answered by a machine: another machine may be writing. */
async function isLoop(ctx: CommandContext, address: string): Promise<boolean> {
  const n = await countLetter(ctx, address.toLowerCase(), ctx.now);
  // The first letter of an hour is none, whatever is set: most letters cost no further question.
  return n > 1 && n > (await readWorkspace(ctx.tx, ctx.actor.workspaceId)).answersPerHour;
}

const nobody = 'unknown@invalid';

/** Odd senders, like a MAILER-DAEMON without a host, are nobody's reason to lose a letter. */
function knownMailbox({ name, address }: Mailbox): Mailbox {
  const plain = storable(address).trim().slice(0, 320);
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(plain);
  return { name: storable(name || (isAddress ? '' : plain)), address: isAddress ? plain : nobody };
}

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
