import { dkimSign } from 'mailauth';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailComposerAttachment, MailComposerOptions } from 'nodemailer/lib/mail-composer';
import { referencesOf } from './references.ts';

export type OutgoingMailbox = { readonly name: string; readonly address: string };

export type OutgoingFile = {
  readonly name: string;
  /** e.g. `image/png`. */
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Set for an image inside the HTML (`src="cid:…"`), without angle brackets. */
  readonly contentId?: string | null;
};

export type OutgoingLetter = {
  readonly from: OutgoingMailbox;
  readonly to: readonly OutgoingMailbox[];
  readonly cc?: readonly OutgoingMailbox[];
  /** With the ticket's token; left out: answers go to `from`. */
  readonly replyTo?: OutgoingMailbox | null;
  /** As it shall be read, "Re: " included. */
  readonly subject: string;
  /** Without angle brackets, as the three below; the caller knows it before the letter is sent. */
  readonly messageId: string;
  readonly inReplyTo?: string | null;
  /** Oldest first; shortened as needed. */
  readonly references?: readonly string[];
  readonly text: string;
  readonly html?: string | null;
  readonly files?: readonly OutgoingFile[];
  /** RFC 3834 §5: set when no person wrote it, so that nobody's machine answers. */
  readonly automatic?: 'auto-replied' | 'auto-generated' | null;
  /** Value of `X-Otklik-Loop`, by which an own letter that comes back is known. */
  readonly loop: string;
  readonly date: Date;
  readonly dkim?: DkimKey | null;
};

export type DkimKey = {
  readonly domain: string;
  readonly selector: string;
  /** PEM. */
  readonly privateKey: string;
};

export type ComposedLetter = {
  /** RFC 5322, CRLF line ends. */
  readonly raw: Buffer;
  /** Without angle brackets. */
  readonly messageId: string;
  /** Everybody in To and Cc once; the sender is the bounce address. */
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
};

/** One letter as bytes. The same input gives the same letter but for MIME boundaries. */
export async function composeLetter(letter: OutgoingLetter): Promise<ComposedLetter> {
  const unsigned = await new MailComposer(optionsOf(letter)).compile().build();
  const raw = letter.dkim ? await sign(unsigned, letter.dkim) : unsigned;
  const recipients = [...letter.to, ...(letter.cc ?? [])].map(({ address }) => address);
  return {
    raw,
    messageId: letter.messageId,
    envelope: {
      from: letter.from.address,
      to: [...new Map(recipients.map((each) => [each.toLowerCase(), each])).values()],
    },
  };
}

function optionsOf(letter: OutgoingLetter): MailComposerOptions {
  const references = referencesOf(letter.references ?? [], letter.inReplyTo ?? null);
  return {
    ...addressesOf(letter),
    subject: oneLine(letter.subject),
    messageId: `<${letter.messageId}>`,
    date: letter.date,
    inReplyTo: letter.inReplyTo ? `<${letter.inReplyTo}>` : undefined,
    references: references.map((id) => `<${id}>`),
    text: letter.text,
    html: letter.html ?? undefined,
    attachments: (letter.files ?? []).map(attachment),
    headers: headersOf(letter),
    // Base64 words are read by every client; some old ones stumble over long runs of quoted-printable Cyrillic.
    textEncoding: 'base64',
    newline: 'windows',
    // Content is given as bytes: nothing in a letter may make this machine open a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function addressesOf({ from, to, cc, replyTo }: OutgoingLetter): MailComposerOptions {
  return {
    from: mailbox(from),
    to: to.map(mailbox),
    cc: (cc ?? []).map(mailbox),
    replyTo: replyTo ? mailbox(replyTo) : undefined,
  };
}

function headersOf({ automatic, loop }: OutgoingLetter): Record<string, string> {
  return {
    'X-Otklik-Loop': oneLine(loop),
    ...(automatic === undefined || automatic === null
      ? {}
      : { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'All' }),
  };
}

function attachment({
  name,
  contentType,
  content,
  contentId,
}: OutgoingFile): MailComposerAttachment {
  return {
    filename: oneLine(name),
    contentType,
    content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    ...(contentId === undefined || contentId === null
      ? {}
      : { cid: contentId, contentDisposition: 'inline' }),
  };
}

function mailbox({ name, address }: OutgoingMailbox): { name: string; address: string } {
  return { name: oneLine(name), address };
}

/** Nothing that a person typed may begin a header of its own. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

async function sign(raw: Buffer, { domain, selector, privateKey }: DkimKey): Promise<Buffer> {
  const signature = { signingDomain: domain, selector, privateKey };
  const { signatures, errors } = await dkimSign(raw, { ...signature, signatureData: [signature] });
  const [fault] = errors;
  if (fault !== undefined) {
    throw fault.err;
  }
  return Buffer.concat([Buffer.from(signatures), raw]);
}
