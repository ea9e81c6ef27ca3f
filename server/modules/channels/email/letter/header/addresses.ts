import { cleanLine } from '../clean-text.ts';
import type { Mailbox } from '../letter.ts';
import { type AddressToken, readAddressTokens } from './address-tokens.ts';
import { decodeEncodedWords } from './encoded-words.ts';

const MAX_NAME = 500;
const MAX_ADDRESS = 320;

/** What was collected of one mailbox before its separator. */
type Draft = {
  words: AddressToken[];
  comments: string[];
  angle: string | null;
};

const newDraft = (): Draft => ({ words: [], comments: [], angle: null });

/** `@a,@b:user@host` (RFC 5322 §4.4), `mailto:`, stray brackets and white space round the at sign. */
const bareAddress = (text: string): string => {
  const address = cleanLine(decodeEncodedWords(text))
    .replace(/^@[^:]*:/, '')
    .replace(/^mailto:/i, '')
    .replace(/^[\s<>"'`]+(?=[^"]*$)|[\s<>]+$/g, '')
    .replace(/\s*([@])\s*/g, '$1');
  return address.length > MAX_ADDRESS ? '' : address;
};

const textOf = (tokens: readonly AddressToken[]): string => {
  let text = '';
  for (const { text: word, spaceBefore } of tokens) {
    text += spaceBefore && text !== '' ? ` ${word}` : word;
  }
  return cleanLine(text).slice(0, MAX_NAME).toWellFormed();
};

const bareAddressPattern = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"@]+|[^\s<>()",;:]+@\[[^\s\]]+\]/;

/** Address among words: `John john@example.com`, `"john.smith"@example.com`. */
const addressAmongWords = (draft: Draft): Mailbox | null => {
  const { words } = draft;
  const quoted = words.findIndex(
    (word, at) =>
      word.kind === 'quoted' &&
      words[at + 1]?.text.startsWith('@') === true &&
      words[at + 1]?.spaceBefore === false,
  );
  if (quoted >= 0) {
    const local = words[quoted]?.text ?? '';
    const domain = words[quoted + 1]?.text ?? '';
    const shown = /^[^\s"(),:;<>@[\\\]]+$/.test(local) ? local : `"${local}"`;
    return {
      name: textOf(words.slice(0, quoted)),
      address: bareAddress(`${shown}${domain.replace(/\s.*$/, '')}`),
    };
  }
  const whole = textOf(words);
  const found = bareAddressPattern.exec(whole);
  if (found === null) {
    return null;
  }
  const rest = `${whole.slice(0, found.index)} ${whole.slice(found.index + found[0].length)}`;
  return {
    name: cleanLine(rest.replace(/[[\]<>'"]|mailto:?/g, ' ')),
    address: bareAddress(found[0].replace(/^['`]+|['`.]+$/g, '')),
  };
};

const closeDraft = (draft: Draft): Mailbox | null => {
  const { words, comments, angle } = draft;
  const comment = cleanLine(comments.join(' ')).slice(0, MAX_NAME).toWellFormed();
  if (angle !== null && (angle.trim() !== '' || words.length === 0)) {
    const address = bareAddress(angle);
    const name = textOf(words) || comment;
    return address === '' && name === '' ? null : { name, address };
  }
  const found = addressAmongWords(draft);
  if (found !== null) {
    return { name: found.name || comment, address: found.address };
  }
  const name = textOf(words);
  if (name === '' && comment === '') {
    return null;
  }
  // `MAILER-DAEMON (Mail Delivery System)`: a local address with its name as comment.
  return comment !== '' && /^[^\s@]+$/.test(name)
    ? { name: comment, address: name }
    : { name: name || comment, address: '' };
};

/** A name that itself reads `Name <a@b>`: mailers encode the whole field as one encoded word. */
const reread = (mailbox: Mailbox, depth: number): readonly Mailbox[] => {
  if (mailbox.address !== '' || depth > 0 || !/@/.test(mailbox.name)) {
    return [mailbox];
  }
  const inner = readMailboxes(mailbox.name, 100, depth + 1);
  return inner.some(({ address }) => address !== '') ? inner : [mailbox];
};

/**
 * Mailboxes of an address field (RFC 5322 §3.4), groups flattened, as broken as it may be.
 * `value` is Unicode with encoded words still in it. At most `most`.
 */
export const readMailboxes = (value: string, most: number, depth = 0): readonly Mailbox[] => {
  const mailboxes: Mailbox[] = [];
  let draft = newDraft();
  const close = (): void => {
    const mailbox = closeDraft(draft);
    draft = newDraft();
    for (const found of mailbox === null ? [] : reread(mailbox, depth)) {
      addMailbox(mailboxes, found);
    }
  };
  for (const token of readAddressTokens(value)) {
    if (mailboxes.length >= most) {
      return mailboxes;
    }
    switch (token.kind) {
      case 'separator':
        close();
        break;
      case 'group':
        draft = newDraft();
        break;
      case 'comment':
        draft.comments.push(token.text);
        break;
      case 'angle':
        if (draft.angle !== null && draft.angle.trim() !== '') {
          close();
        }
        draft.angle = token.text;
        break;
      default:
        draft.words.push(token);
    }
  }
  close();
  return mailboxes;
};

/** `Smith, John <john@example.com>`: an unquoted comma tears a name; its first half has no address. */
const addMailbox = (mailboxes: Mailbox[], mailbox: Mailbox): void => {
  const before = mailboxes.at(-1);
  const isTorn =
    before !== undefined &&
    before.address === '' &&
    mailbox.address.includes('@') &&
    mailbox.name !== '';
  if (isTorn) {
    mailboxes.pop();
    mailboxes.push({ name: `${before.name}, ${mailbox.name}`, address: mailbox.address });
  } else {
    mailboxes.push(mailbox);
  }
};
