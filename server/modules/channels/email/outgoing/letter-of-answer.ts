import { cleanHtml } from '../../../../kernel/html/clean-html.ts';
import { textToHtml } from '../../../../kernel/html/text-to-html.ts';
import { isOwnFile, type Picture } from '../../../tickets/public.ts';
import { replyTokenOf } from '../../queries/list-channels.ts';
import {
  composeLetter,
  type ComposedLetter,
  type OutgoingFile,
} from '../sending/compose-letter.ts';
import { replyToken, withToken } from '../threading/reply-token.ts';
import { subjectMark } from '../threading/subject-mark.ts';
import type { LetterToSend } from './begin-sending.ts';
import { picturesIn, withPictureParts } from './inline-pictures.ts';
import { ownMark } from './own-mark.ts';
import { signedHtml, signedText } from './signed.ts';

export type ComposeParts = {
  readonly replySecret: Uint8Array;
  readonly readFile: (hash: string) => Promise<Uint8Array>;
  /** Of the pictures shown inside an answer those that may leave with it. */
  readonly findPictures: (
    at: { workspaceId: string; ticketId: string; authorId: string | null },
    ids: readonly string[],
  ) => Promise<readonly Picture[]>;
};

/** Headers name everybody; the envelope only those who have not got it yet. */
export async function letterOfAnswer(
  parts: ComposeParts,
  workspaceId: string,
  task: LetterToSend,
): Promise<ComposedLetter> {
  const { letter, channel, message, mail, references } = task;
  const { html, pictures } = await bodyOf(parts, workspaceId, task);
  const inside = new Set(pictures.map(({ contentId }) => contentId?.split('@')[0]));
  const attached = message.files.filter(({ id }) => !inside.has(id));
  const { from, replyTo, mark } = namesOf(parts, workspaceId, task);
  const composed = await composeLetter({
    from,
    to: mail.to.map(mailbox),
    cc: mail.cc.map(mailbox),
    replyTo,
    subject: `${mail.subject ?? ''}${mark}`,
    messageId: letter.mail_message_id,
    inReplyTo: references.at(-1) ?? null,
    references,
    text: signedText(message.row.body, message.row.signature),
    html: signedHtml(html, letter.signature_html),
    files: [...pictures, ...(await readAll(parts, attached))],
    // A rule's answer is a machine's: nobody's machine shall answer it.
    automatic: message.row.author_kind === 'system' ? 'auto-replied' : null,
    loop: ownMark(parts.replySecret, workspaceId),
    date: message.row.created_at,
  });
  const to = [...letter.recipients.to, ...letter.recipients.cc];
  return { ...composed, envelope: { from: channel.address, to } };
}

async function bodyOf(parts: ComposeParts, workspaceId: string, task: LetterToSend) {
  const { row } = task.message;
  if (row.html === null) {
    return { html: textToHtml(row.body), pictures: [] };
  }
  const cleaned = cleanHtml(row.html, { imageUrl: (src) => src, isOurs: isOwnFile });
  const at = { workspaceId, ticketId: row.ticket_id, authorId: row.author_id };
  const found = await parts.findPictures(at, picturesIn(cleaned.html));
  const { html, parts: pictures } = await withPictureParts(cleaned.html, {
    pictures: found,
    domain: domainOf(task.channel.address),
    read: parts.readFile,
  });
  return { html, pictures };
}

/** How the answer says whose it is, and how an answer to it will be recognised without its threading headers. */
function namesOf(
  { replySecret }: ComposeParts,
  workspaceId: string,
  { letter, number, channel, mail }: LetterToSend,
) {
  const { address } = channel;
  const from = { name: (mail.from ?? '').replace(`<${address}>`, '').trim(), address };
  const kind = replyTokenOf(channel.settings, channel.built_in);
  const token = replyToken.make(replySecret, { workspaceId, ticketId: letter.ticket_id });
  const tokenAddress = kind === 'address' ? withToken(address, token) : null;
  // An address that is too long for a token takes the mark in the subject.
  const isMarked = kind === 'subject' || (kind === 'address' && tokenAddress === null);
  return {
    from,
    replyTo: tokenAddress === null ? null : { name: from.name, address: tokenAddress },
    mark: isMarked ? ` ${subjectMark.make(replySecret, { workspaceId, number })}` : '',
  };
}

async function readAll(
  { readFile }: ComposeParts,
  files: LetterToSend['message']['files'],
): Promise<OutgoingFile[]> {
  const read = [];
  for (const { hash, name, contentType } of files) {
    read.push({ name, contentType, content: await readFile(hash) });
  }
  return read;
}

const mailbox = (address: string) => ({ name: '', address });
const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
