import { newId } from '../../../../kernel/ids.ts';
import { cleanHtml } from '../../../../kernel/html/clean-html.ts';
import { textOfHtml } from '../../../../kernel/html/text-of-html.ts';
import { storable } from '../../../../kernel/text.ts';
import type { WithheldFile } from '../../../tickets/public.ts';
import { readAutomatic, type OwnMail, type ReadAutomatic } from '../automatic/read-automatic.ts';
import type { Bounce } from '../bounce/bounce.ts';
import { readBounce } from '../bounce/read-bounce.ts';
import type { Letter, LetterFile, Mailbox } from '../letter/letter.ts';
import { parseLetter } from '../letter/parse-letter.ts';
import type { Blocked } from '../../screening/block-list.ts';
import { foldQuotes } from '../quotes/fold-quotes.ts';

export type UnderstoodFile = LetterFile & { readonly fileId: string };

/** A letter as the ticket will show it: everything that costs time or can go wrong is done before the transaction. */
export type Understood = {
  readonly letter: Letter;
  readonly writer: Mailbox;
  /** Whom we wrote to, when it is a letter of our own to somebody outside; null for all others. */
  readonly correspondent: Mailbox | null;
  readonly body: string;
  readonly quoted: string | null;
  readonly signature: string | null;
  readonly html: string | null;
  readonly quotedHtml: string | null;
  readonly blockedImages: number;
  readonly files: readonly UnderstoodFile[];
  readonly automatic: ReadAutomatic;
  readonly bounce: Bounce | null;
  /** The entry of the block list that speaks against the writer. */
  readonly blocked: Blocked | null;
  /** Files that the company does not take: they stay in the raw letter only. */
  readonly withheld: readonly WithheldFile[];
};

const bodyLimit = 500_000;

export async function understand(raw: Uint8Array, own: OwnMail): Promise<Understood> {
  return understandLetter(await parseLetter(raw), own);
}

/** Up to two milliseconds for a thousand characters of HTML, when somebody means ill. */
export function understandLetter(letter: Letter, own: OwnMail): Understood {
  const files = letter.files.map((file) => ({ ...file, fileId: newId() }));
  const text = letter.text ?? (letter.html === null ? '' : textOfHtml(letter.html));
  const folded = foldQuotes({ text, html: letter.html });
  const contentIds = new Map(
    files.flatMap(({ contentId, fileId }) =>
      contentId === null ? [] : [[contentId, `/api/v1/files/${fileId}/content`] as const],
    ),
  );
  const cleaned = cleanedBody(letter.html, folded.html, contentIds);
  return {
    letter,
    writer: writerOf(letter, own.addresses),
    correspondent: correspondentOf(letter, own.addresses),
    body: bounded(folded.text.visible),
    quoted: folded.text.quoted ? bounded(folded.text.quoted) : null,
    signature: folded.text.signature ? bounded(folded.text.signature) : null,
    ...cleaned,
    files,
    automatic: readAutomatic(letter, own),
    bounce: readBounce(letter),
    blocked: null,
    withheld: [],
  };
}

type Halves = ReturnType<typeof foldQuotes>['html'];

/** What was written now and what it quotes, each made safe; the quoted half is kept, folded. */
function cleanedBody(html: string | null, halves: Halves, contentIds: ReadonlyMap<string, string>) {
  const clean = (part: string | null | undefined) => {
    const { html: safe = null, blockedImages = 0 } = part ? cleanHtml(part, { contentIds }) : {};
    return { html: safe && storable(safe), blockedImages };
  };
  const whole = clean(halves?.visibleHtml ?? html);
  const rest = clean(halves?.foldedHtml);
  return {
    html: whole.html,
    quotedHtml: rest.html,
    blockedImages: whole.blockedImages + rest.blockedImages,
  };
}

const bounded = (text: string): string => storable(text.slice(0, bodyLimit)).trim();

const nobody: Mailbox = { name: '', address: 'unknown@invalid' };

/**
 * Who to answer. Reply-To speaks for the writer only when From cannot: a form on our own site, or a machine that takes
 * no mail. Otherwise From it is, so that nobody becomes somebody else by a header that clients do not show.
 */
function writerOf(letter: Letter, ownAddresses: readonly string[]): Mailbox {
  const from = letter.from?.address ? letter.from : (letter.sender ?? letter.from);
  const replyTo = letter.replyTo.find(({ address }) => address && !isOwn(address, ownAddresses));
  if (!from?.address) {
    return replyTo ?? nobody;
  }
  const cannotAnswer =
    isOwn(from.address, ownAddresses) || /^(no-?reply|do-?not-?reply)\b/i.test(from.address);
  return cannotAnswer && replyTo ? replyTo : from;
}

/** A form on our site writes in our name too, but names in Reply-To whom it speaks for. */
function correspondentOf(letter: Letter, own: readonly string[]): Mailbox | null {
  const isOurs = letter.from !== null && isOwn(letter.from.address, own);
  const speaksForAnother = letter.replyTo.some(({ address }) => address && !isOwn(address, own));
  return isOurs && !speaksForAnother
    ? ([...letter.to, ...letter.cc].find(({ address }) => address && !isOwn(address, own)) ?? null)
    : null;
}

const isOwn = (address: string, own: readonly string[]): boolean =>
  own.includes(address.toLowerCase());
