import type { CommandContext } from '../../kernel/commands.ts';
import { newId } from '../../kernel/ids.ts';
import { applyTo, letIn } from './door.ts';
import { messageCaught, messageReceived, messageWritten, noteWritten } from './events.ts';
import type { LookedAhead } from './policies/look-ahead.ts';
import { previewOf, subjectOf } from './rules/text.ts';
import type { Changes } from './rules/ticket.ts';
import type { Delivery, Invitation, MailHeader } from './schema.ts';
import * as store from './store.ts';

/** A message on its way into a ticket, whatever channel it came by. Texts are storable and bounded by the caller. */
export type NewMessage = {
  /** Given where its place among the others is not at their end: history that was brought in. */
  readonly id?: string;
  /** What was written now. */
  readonly body: string;
  readonly quoted?: string | null;
  readonly signature?: string | null;
  /** Cleaned. */
  readonly html?: string | null;
  /** The quoted rest of it, cleaned. */
  readonly quotedHtml?: string | null;
  readonly blockedImages?: number;
  readonly files?: readonly store.AttachedFile[];
  readonly channel: { readonly kind: string; readonly id: string | null };
  readonly mail?: MailHeader | null;
  readonly invitation?: Invitation | null;
  readonly automatic?: string | null;
  readonly sourceId?: string | null;
  readonly delivery?: Delivery | null;
};

export type Author = {
  readonly kind: 'person' | 'user' | 'system';
  readonly id: string | null;
  readonly name: string;
  readonly address: string | null;
};

export type Received = { readonly ticket: store.TicketRecord; readonly messageId: string };

/** Opens a ticket with its first message. */
export async function openWithMessage(
  ctx: CommandContext,
  opening: {
    subject: string;
    /** Taken beforehand by whoever has something else to ask in the same turn. */
    number?: number | undefined;
    ahead?: LookedAhead | undefined;
    requester: { id: string; organizationId: string | null };
    state?: Changes;
    author: Author;
    message: NewMessage;
    /** From a blocked sender: it goes into spam, and nobody is told that it came. */
    caught?: boolean;
  },
): Promise<Received> {
  const { author, message } = opening;
  const ticket = await letIn(ctx, {
    number: opening.number,
    ahead: opening.ahead,
    caught: opening.caught,
    subject: subjectOf(opening.subject, message.body),
    preview: previewOf(message.body),
    requester: opening.requester,
    channel: message.channel,
    state: opening.state ?? {},
    written: writtenIn(message),
    writtenBy: author.kind === 'user' ? 'agent' : author.kind === 'person' ? 'customer' : 'system',
  });
  const messageId = write(ctx, ticket.id, {
    author,
    message,
    visibility: 'public',
    direction: 'in',
    isNewParticipant: false,
  });
  const came = opening.caught ? messageCaught : messageReceived;
  ctx.emit(came, messageFacts(ticket.id, messageId, message), {
    ticketId: ticket.id,
    personId: ticket.requester_id,
  });
  return { ticket, messageId };
}

/** A customer, or somebody else who answers into the thread, has written. The ticket's row lock is held. */
export async function receiveInto(
  ctx: CommandContext,
  ticket: store.TicketRecord,
  { author, message }: { author: Author; message: NewMessage },
): Promise<Received> {
  const isNewParticipant =
    author.kind === 'person' &&
    author.id !== ticket.requester_id &&
    !(await store.hasWritten(ctx, ticket.id, author.id));
  const messageId = write(ctx, ticket.id, {
    author,
    message,
    visibility: 'public',
    direction: 'in',
    isNewParticipant,
  });
  const came = ticket.status === 'spam' ? messageCaught : messageReceived;
  ctx.emit(came, messageFacts(ticket.id, messageId, message), {
    ticketId: ticket.id,
    ...(author.id && { personId: author.id }),
  });
  const automatic = Boolean(message.automatic);
  const after = await applyTo(ctx, ticket, {
    changes: {},
    occurrences: [{ kind: 'customer-wrote', automatic }],
    written: writtenIn(message),
    also: {
      ...(isLast(ctx, ticket) && {
        last_message_at: ctx.now,
        last_message_by: 'customer',
        preview: previewOf(message.body) || ticket.preview,
      }),
      message_count: ticket.message_count + 1,
    },
  });
  return { ticket: after, messageId };
}

export type Answer = {
  readonly author: Author;
  readonly message: NewMessage;
  readonly visibility: 'public' | 'internal';
  readonly changes: Changes;
  /** Keys of the proposals that it follows from. */
  readonly follows?: readonly string[];
};

/** Somebody of the company has answered or noted. The ticket's row lock is held. */
export async function answerInto(
  ctx: CommandContext,
  ticket: store.TicketRecord,
  { author, message, visibility, changes, follows }: Answer,
): Promise<Received> {
  const isPublic = visibility === 'public';
  const messageId = write(ctx, ticket.id, {
    author,
    message,
    visibility,
    direction: 'out',
    isNewParticipant: false,
  });
  ctx.emit(isPublic ? messageWritten : noteWritten, messageFacts(ticket.id, messageId, message), {
    ticketId: ticket.id,
  });
  const userId = author.kind === 'user' ? author.id : null;
  const after = await applyTo(ctx, ticket, {
    changes,
    occurrences: [
      isPublic
        ? { kind: 'agent-answered', userId, automatic: author.kind !== 'user' }
        : { kind: 'noted', userId },
    ],
    written: writtenIn(message),
    follows,
    also: {
      ...(isPublic && answerColumns(ctx, ticket, { author, message })),
      message_count: ticket.message_count + 1,
    },
  });
  return { ticket: after, messageId };
}

function answerColumns(
  ctx: CommandContext,
  ticket: store.TicketRecord,
  { author, message }: Pick<Answer, 'author' | 'message'>,
) {
  const byPerson = author.kind === 'user';
  return {
    ...(isLast(ctx, ticket) && {
      last_message_at: ctx.now,
      last_message_by: byPerson ? ('agent' as const) : ('system' as const),
      preview: previewOf(message.body) || ticket.preview,
    }),
    ...(byPerson && !ticket.first_responded_at && { first_responded_at: ctx.now }),
  };
}

const writtenIn = ({ body, automatic }: NewMessage) => ({
  text: body,
  automatic: Boolean(automatic),
});

/** What is brought in late does not become the last word. */
const isLast = ({ now }: CommandContext, ticket: store.TicketRecord): boolean =>
  now >= ticket.last_message_at;

type Written = {
  author: Author;
  message: NewMessage;
  visibility: 'public' | 'internal';
  direction: 'in' | 'out';
  isNewParticipant: boolean;
};

const json = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value);

function write(ctx: CommandContext, ticketId: string, written: Written): string {
  const { author, message, visibility, direction, isNewParticipant } = written;
  const id = message.id ?? newId();
  store.insertMessage(ctx, {
    id,
    ticket_id: ticketId,
    visibility,
    direction,
    author_kind: author.kind,
    author_id: author.id,
    author_name: author.name,
    author_address: author.address,
    is_new_participant: isNewParticipant,
    channel_kind: message.channel.kind,
    channel_id: message.channel.id,
    body: message.body,
    quoted: message.quoted ?? null,
    signature: message.signature ?? null,
    html: message.html ?? null,
    quoted_html: message.quotedHtml ?? null,
    blocked_images: message.blockedImages ?? 0,
    mail: json(message.mail),
    invitation: json(message.invitation),
    automatic: message.automatic ?? null,
    delivery: json(message.delivery),
    bounces: null,
    source_id: message.sourceId ?? null,
    created_at: ctx.now,
  });
  store.attachFiles(ctx, id, message.files ?? []);
  return id;
}

const messageFacts = (ticketId: string, messageId: string, { channel }: NewMessage) => ({
  ticketId,
  messageId,
  channelKind: channel.kind,
  channelId: channel.id,
});
