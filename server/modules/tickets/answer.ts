import type { CommandContext } from '../../kernel/commands.ts';
import { Refusal } from '../../kernel/errors.ts';
import { readReach } from '../identity/public.ts';
import { takeFiles } from './attachments.ts';
import { answerInto, type Author, type Received } from './conversation.ts';
import { followerAdded, colleaguesMentioned } from './events.ts';
import { holdAnswer } from './held-store.ts';
import { isAnsweredByMail } from './registered.ts';
import type { Changes } from './rules/ticket.ts';
import type { Delivery, MailHeader } from './schema.ts';
import { addFollower, type TicketRecord } from './store.ts';
import { mayBeSeenBy } from './visibility.ts';

export type Written = {
  readonly visibility: 'public' | 'internal';
  readonly text: {
    readonly body: string;
    readonly html: string | null;
    readonly blockedImages: number;
  };
  readonly attachments: readonly string[];
  readonly cc: readonly string[];
  readonly changes: Changes;
  /** Colleagues who are called into a note. */
  readonly mentions?: readonly string[];
  /** Until then the letter waits, and its author may take the answer back. */
  readonly heldUntil?: Date | null;
  /** Keys of the proposals that it follows from. */
  readonly follows?: readonly string[];
};

/** What somebody of the company says in a ticket whose row lock is held: now, or when its planned time has come. */
export async function writeAnswer(
  ctx: CommandContext,
  ticket: TicketRecord,
  author: Author,
  { visibility, text, cc, changes, mentions, heldUntil = null, ...written }: Written,
): Promise<Received> {
  const files = await takeFiles(ctx, written.attachments, text.html);
  const isPublic = visibility === 'public';
  const leavesByMail = isAnsweredByMail(ticket.channel_kind);
  const until = isPublic && leavesByMail ? heldUntil : null;
  const received = await answerInto(ctx, ticket, {
    author,
    visibility,
    changes,
    follows: written.follows ?? [],
    message: {
      ...text,
      ...(isPublic && {
        mail: headerOf(ticket, cc),
        delivery: ticket.channel_kind === 'email' || until ? queued(ctx.now, until) : null,
      }),
      files,
      channel: { kind: ticket.channel_kind, id: ticket.channel_id },
    },
  });
  if (until && author.id) {
    await holdAnswer(ctx, received.messageId, { ticket, after: received.ticket, until });
  }
  await callColleagues(ctx, received, mentions);
  return received;
}

/** Who is called follows the ticket from now on, and is told by whoever tells people things. */
async function callColleagues(
  ctx: CommandContext,
  { ticket, messageId }: Received,
  userIds: readonly string[] = [],
): Promise<void> {
  if (userIds.length === 0) {
    return;
  }
  const called = [...new Set(userIds)];
  const reach = await readReach(ctx.tx, ctx.actor.workspaceId, called);
  const seen = { team: asRef(ticket.team_id), assignee: asRef(ticket.assignee_id) };
  for (const userId of called) {
    const user = reach.get(userId);
    if (!user?.active) {
      throw new Refusal('not_allowed', user ? 'user.inactive' : 'user.not_found');
    }
    if (!mayBeSeenBy(user, seen)) {
      throw new Refusal('not_allowed', 'mention.cannot_see', { detail: user.name });
    }
    if (await addFollower(ctx, ticket.id, userId)) {
      ctx.emit(
        followerAdded,
        { ticketId: ticket.id },
        {
          ticketId: ticket.id,
          changes: [{ field: 'follower', from: null, to: { id: userId, name: user.name } }],
        },
      );
    }
  }
  ctx.emit(
    colleaguesMentioned,
    { ticketId: ticket.id, messageId, userIds: called },
    { ticketId: ticket.id },
  );
}

const asRef = (id: string | null) => (id === null ? null : { id });

/** The address and the ids are filled in by the channel when it composes the letter. */
function headerOf(ticket: TicketRecord, cc: readonly string[]): MailHeader {
  return {
    messageId: null,
    from: null,
    to: [],
    cc: [...cc],
    subject: ticket.subject,
    authentication: null,
  };
}

const queued = (now: Date, until: Date | null): Delivery => ({
  state: 'queued',
  code: null,
  detail: null,
  attempts: 0,
  at: now.toISOString(),
  nextAttemptAt: until?.toISOString() ?? null,
});
