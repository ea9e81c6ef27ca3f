import type { Database, Reader } from '../../../kernel/database.ts';
import { readWorkspace } from '../../identity/public.ts';
import { mailChannels } from '../channel-store.ts';
import { canSend, pickMailbox, type Mailbox } from '../email/outgoing/choose-mailbox.ts';
import { senderNameOf } from '../email/outgoing/header-words.ts';
import { ownMark } from '../email/outgoing/own-mark.ts';
import { composeLetter } from '../email/sending/compose-letter.ts';
import type { SendOutcome } from '../email/sending/send-outcome.ts';
import type { Sender, SendingSettings } from '../email/sending/sender.ts';
import { replyToken, withToken } from '../email/threading/reply-token.ts';
import { subjectMark } from '../email/threading/subject-mark.ts';
import { replyTokenOf } from '../queries/list-channels.ts';
import { generatedMessageId, type GeneratedKind } from './generated-id.ts';

/** A letter that the product writes by itself (RFC 3834), to one person. */
export type GeneratedLetter = {
  /** The same at every attempt, so that receivers tell a copy. */
  readonly id: string;
  readonly kind: GeneratedKind;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly date: Date;
  /** By which mailbox, where it can send. */
  readonly channelId: string | null;
  /** Where answers go; null: nowhere. */
  readonly ticket: { readonly id: string; readonly number: number } | null;
  /** What it answers, without angle brackets. */
  readonly inReplyTo: string | null;
};

export type Post = {
  /** Whether any mailbox of the company can send. */
  possible(db: Reader, workspaceId: string): Promise<boolean>;
  /** Never throws for what a server says. */
  send(workspaceId: string, letter: GeneratedLetter): Promise<SendOutcome>;
};

export type PostParts = {
  readonly db: Database;
  readonly sender: Sender;
  readonly replySecret: Uint8Array;
  readonly sendingSettings: (mailbox: Mailbox) => SendingSettings | null;
};

export function openPost(parts: PostParts): Post {
  return {
    possible: async (db, workspaceId) => (await mailChannels(db, workspaceId)).some(canSend),
    async send(workspaceId, letter) {
      const from = await senderIn(parts.db, workspaceId, letter.channelId);
      return from ? sendBy(parts, workspaceId, { letter, ...from }) : noRoute(letter);
    },
  };
}

const senderIn = (db: Database, workspaceId: string, channelId: string | null) =>
  db.read(workspaceId, async (reader) => {
    const mailbox = pickMailbox(await mailChannels(reader, workspaceId), channelId);
    const { name: company } = await readWorkspace(reader, workspaceId);
    return mailbox && { mailbox, company };
  });

type Leaving = { letter: GeneratedLetter; mailbox: Mailbox; company: string };

async function sendBy(
  parts: PostParts,
  workspaceId: string,
  { letter, mailbox, company }: Leaving,
): Promise<SendOutcome> {
  const { address } = mailbox;
  const from = { name: senderNameOf(mailbox, '', company), address };
  const { replyTo, mark } = answersTo(parts.replySecret, workspaceId, { letter, mailbox });
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const { raw, envelope } = await composeLetter({
    from,
    to: [letter.to],
    replyTo: replyTo === null ? null : { name: from.name, address: replyTo },
    subject: `${letter.subject}${mark}`,
    messageId: generatedMessageId(
      parts.replySecret,
      { workspaceId, id: letter.id },
      { kind: letter.kind, domain },
    ),
    inReplyTo: letter.inReplyTo,
    references: letter.inReplyTo === null ? [] : [letter.inReplyTo],
    text: letter.text,
    html: letter.html,
    automatic: letter.inReplyTo === null ? 'auto-generated' : 'auto-replied',
    loop: ownMark(parts.replySecret, workspaceId),
    date: letter.date,
  });
  return parts.sender.send(parts.sendingSettings(mailbox), raw, envelope);
}

/** As an answer of a colleague would be recognised (see letter-of-answer). */
function answersTo(
  secret: Uint8Array,
  workspaceId: string,
  { letter: { ticket }, mailbox }: Pick<Leaving, 'letter' | 'mailbox'>,
): { replyTo: string | null; mark: string } {
  const kind = ticket && replyTokenOf(mailbox.settings, mailbox.built_in);
  if (ticket === null || kind === 'none') {
    return { replyTo: null, mark: '' };
  }
  const token = replyToken.make(secret, { workspaceId, ticketId: ticket.id });
  const replyTo = kind === 'address' ? withToken(mailbox.address, token) : null;
  const mark = ` ${subjectMark.make(secret, { workspaceId, number: ticket.number })}`;
  return { replyTo, mark: replyTo === null ? mark : '' };
}

const noRoute = ({ to: { address } }: GeneratedLetter): SendOutcome => {
  const problem = { code: 'no_route', status: null, detail: 'no mailbox' } as const;
  return { kind: 'temporary', ...problem, refused: [{ address, temporary: true, ...problem }] };
};
