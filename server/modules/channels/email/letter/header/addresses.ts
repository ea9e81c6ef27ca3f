import { cleanLine } from '../clean-text.ts';
import type { Mailbox } from '../letter.ts';
import { type AddressToken, readAddressTokens } from './address-tokens.ts';
import { decodeEncodedWords } from './encoded-words.ts';

const MAX_NAME = 500;
/** Words of one mailbox, and tokens of one field: more are no addresses. */
const MAX_WORDS = 200;
const MAX_TOKENS = 150_000;
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

/** `MAILER-DAEMON (Mail Delivery System)`: a local address with its name as comment. Else there is a name only. */
const nameOnly = (name: string, comment: string): Mailbox | null => {
  if (name === '' && comment === '') {
    return null;
  }
  return comment !== '' && /^[^\s@]+$/.test(name)
    ? { name: comment, address: name }
    : { name: name || comment, address: '' };
};

const closeDraft = (draft: Draft): Mailbox | null => {
  const { words, angle } = draft;
  const comment = cleanLine(draft.comments.join(' ')).slice(0, MAX_NAME).toWellFormed();
  if (angle !== null && (angle.trim() !== '' || words.length === 0)) {
    const address = bareAddress(angle);
    const name = textOf(words) || comment;
    return address === '' && name === '' ? null : { name, address };
  }
  const found = addressAmongWords(draft);
  return found === null
    ? nameOnly(textOf(words), comment)
    : { name: found.name || comment, address: found.address };
};

/** A name that itself reads `Name <a@b>`: mailers encode the whole field as one encoded word. */
const reread = (mailbox: Mailbox, depth: number): readonly Mailbox[] => {
  if (mailbox.address !== '' || depth > 0 || !/@/.test(mailbox.name)) {
    return [mailbox];
  }
  const inner = readMailboxes(mailbox.name, 100, depth + 1);
  return inner.some(({ address }) => address !== '') ? inner : [mailbox];
};

/** `Smith, John <john@example.com>`: an unquoted comma tears a name; its first half has no address. */
const isTornHalf = ({ words, angle }: Draft): boolean =>
  angle === null && words.length > 0 && words.every(({ kind }) => kind === 'word');

class MailboxCollector {
  readonly mailboxes: Mailbox[] = [];
  private draft = newDraft();
  private isTorn = false;
  private readonly depth: number;

  constructor(depth: number) {
    this.depth = depth;
  }

  close(): void {
    const mailbox = closeDraft(this.draft);
    const isHalf = mailbox !== null && mailbox.address === '' && isTornHalf(this.draft);
    this.draft = newDraft();
    if (mailbox === null) {
      return;
    }
    const before =
      this.isTorn && mailbox.name !== '' && mailbox.address.includes('@')
        ? this.mailboxes.pop()
        : undefined;
    if (before === undefined) {
      this.mailboxes.push(...reread(mailbox, this.depth));
    } else {
      this.mailboxes.push({ name: `${before.name}, ${mailbox.name}`, address: mailbox.address });
    }
    this.isTorn = isHalf;
  }

  take(token: AddressToken): void {
    switch (token.kind) {
      case 'separator':
        this.close();
        break;
      case 'group':
        this.draft = newDraft();
        break;
      case 'comment':
        if (this.draft.comments.length < MAX_WORDS) {
          this.draft.comments.push(token.text);
        }
        break;
      case 'angle':
        if (this.draft.angle !== null && this.draft.angle.trim() !== '') {
          this.close();
        }
        this.draft.angle = token.text;
        break;
      default:
        if (this.draft.words.length < MAX_WORDS) {
          this.draft.words.push(token);
        }
    }
  }
}

/**
 * Mailboxes of an address field (RFC 5322 §3.4), groups flattened, as broken as it may be.
 * `value` is Unicode with encoded words still in it. At most `most`.
 */
export const readMailboxes = (value: string, most: number, depth = 0): readonly Mailbox[] => {
  const collector = new MailboxCollector(depth);
  let tokens = 0;
  for (const token of readAddressTokens(value)) {
    tokens += 1;
    if (collector.mailboxes.length >= most || tokens > MAX_TOKENS) {
      break;
    }
    collector.take(token);
  }
  collector.close();
  return collector.mailboxes.slice(0, most);
};
