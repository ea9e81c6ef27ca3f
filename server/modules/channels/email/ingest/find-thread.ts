import type { CommandContext } from '../../../../kernel/commands.ts';
import { findTicketNumber } from '../../../tickets/public.ts';
import type { Letter } from '../letter/letter.ts';
import { replyToken, tokenOf } from '../threading/reply-token.ts';
import { subjectMark } from '../threading/subject-mark.ts';
import { threadKeys } from '../threading/thread-keys.ts';
import { findReferences } from '../threading/reference-store.ts';

export type ThreadParts = { readonly replySecret: Uint8Array };

export type FoundThread = {
  readonly ticketId: string;
  /** The message of ours that it answers, where that is known: it may have gone to another ticket since. */
  readonly messageId?: string | null;
  readonly by: 'headers' | 'address_token' | 'subject_mark' | 'awaited';
};

/**
 * The ticket that a letter answers: by its threading headers, then by a signed token in an address of ours, then by a
 * signed mark in the subject. Never by the words of a subject.
 */
export async function findThread(
  ctx: CommandContext,
  letter: Letter,
  { replySecret }: ThreadParts,
): Promise<FoundThread | null> {
  const keys = threadKeys(letter);
  const known = await findReferences(ctx, letter.messageId ? [...keys, letter.messageId] : keys);
  const byId = new Map(known.map((reference) => [reference.messageId, reference]));
  const answered = keys.map((key) => byId.get(key)).find((found) => found?.ticketMessageId);
  if (answered) {
    return { ticketId: answered.ticketId, messageId: answered.ticketMessageId, by: 'headers' };
  }
  const signed = await findSigned(ctx, letter, replySecret);
  if (signed) {
    return signed;
  }
  const awaited = letter.messageId ? byId.get(letter.messageId) : undefined;
  return awaited && !awaited.ticketMessageId ? { ticketId: awaited.ticketId, by: 'awaited' } : null;
}

/** By what only we can have written: the token in a reply address, the mark in a subject. */
async function findSigned(
  ctx: CommandContext,
  letter: Letter,
  replySecret: Uint8Array,
): Promise<FoundThread | null> {
  const { workspaceId } = ctx.actor;
  const token = tokenOf([...letter.to, ...letter.cc].map(({ address }) => address));
  const named = token && replyToken.read(replySecret, { workspaceId, token });
  if (named) {
    return { ticketId: named, by: 'address_token' };
  }
  const number = subjectMark.read(replySecret, { workspaceId, subject: letter.subject });
  const marked = number === null ? null : await findTicketNumber(ctx, number);
  return marked ? { ticketId: marked, by: 'subject_mark' } : null;
}
