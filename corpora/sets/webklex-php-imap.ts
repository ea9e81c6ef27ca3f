import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type {
  Letter,
  LetterFile,
  Mailbox,
} from '../../server/modules/channels/email/letter/letter.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { agreesWithLosses, letterOf, plainLine } from '../mail-files.ts';

type Value = string | number | boolean | null;
type Fact =
  | { readonly message: string; readonly value: Value }
  | { readonly attachment: number; readonly property: string; readonly value: Value };
type Cases = {
  readonly cases: readonly { readonly file: string; readonly expect: readonly Fact[] }[];
};

/** What a kind of fact says of a letter; null when the letter has nothing of the kind. */
type Reading = (letter: Letter) => Value;

/** A mail, as it is read and as it came. */
type Tried = { readonly letter: Letter; readonly raw: string; readonly expect: readonly Fact[] };

/**
 * Kinds of facts that are about that library's own inner life, not about the letter:
 * `size` is the length of the encoded text in some tests and of the decoded content in others, `part_number` and `hash`
 * are its counters and keys, `type` is its PHP class constant (`text` for a PDF), `disposition` is `attachment` for
 * inline images too.

 * `uid`, `msgn`, `flags` and the like are of the IMAP session that fetched the mail.
 */
const innerKinds = new Set([
  'uid',
  'msgn',
  'msglist',
  'flags',
  'priority',
  'sequence',
  'size',
  'part_number',
  'hash',
  'type',
  'disposition',
  'img_src',
]);

/** Names and ids that the library makes up from a digest when the part has none. */
const isMadeUp = (value: Value): boolean =>
  typeof value === 'string' && /^[0-9a-f]{8}$/.test(value);

/** A made-up name has no extension there; here it gets the one of its type. */
const isOfMadeUpName = (kind: string, value: Value): boolean =>
  kind === 'extension' && value === '';

/** A value that upstream left undecoded says nothing about ours. */
const isUndecoded = (value: Value): boolean =>
  typeof value === 'string' && /=\?[\w-]+\?[BQ]\?/i.test(value);

const addressFieldNames = [
  'from',
  'to',
  'cc',
  'bcc',
  'reply_to',
  'sender',
  'return_path',
  'x_sender',
];

const headerOf = (letter: Letter, name: string): string | null =>
  letter.headers.get(name.replaceAll('_', '-'))?.[0] ?? null;

const headerMailbox = (letter: Letter, field: string): Mailbox | null => {
  const address = /[^\s<>]+@[^\s<>]+/.exec(headerOf(letter, field) ?? '')?.[0];
  return address === undefined ? null : { name: '', address };
};

const mailboxReadings: Readonly<Record<string, (letter: Letter) => Mailbox | null>> = {
  from: (letter) => letter.from,
  sender: (letter) => letter.sender,
  to: (letter) => letter.to[0] ?? null,
  cc: (letter) => letter.cc[0] ?? null,
  reply_to: (letter) => letter.replyTo[0] ?? null,
};

const noMailbox: Mailbox = { name: '', address: '' };

const addressFact = (letter: Letter, field: string, aspect: string): Value => {
  const reading = mailboxReadings[field];
  const { name, address } =
    (reading === undefined ? headerMailbox(letter, field) : reading(letter)) ?? noMailbox;
  switch (aspect) {
    case 'personal':
      return name;
    case 'mailbox':
      return address.replace(/@.*$/, '');
    case 'host':
      return address.replace(/^[^@]*@?/, '');
    case 'full':
      return name === '' ? address : `${name} <${address}>`;
    default:
      return address;
  }
};

const readings: Readonly<Record<string, Reading>> = {
  subject: (letter) => letter.subject,
  message_id: (letter) => letter.messageId ?? '',
  in_reply_to: (letter) => letter.inReplyTo[0] ?? '',
  references: (letter) => letter.references[0] ?? '',
  textbody: (letter) => letter.text ?? '',
  htmlbody: (letter) => letter.html ?? '',
  hastextbody: (letter) => letter.text !== null && letter.text !== '',
  hashtmlbody: (letter) => letter.html !== null && letter.html !== '',
  content_type: (letter) => headerOf(letter, 'content_type')?.split(';')[0] ?? null,
  'attachments.count': (letter) => letter.files.length,
  hasattachments: (letter) => letter.files.length > 0,
};

const messageFact = (letter: Letter, kind: string): Value => {
  const reading = readings[kind] ?? readings[kind.toLowerCase()];
  if (reading !== undefined) {
    return reading(letter);
  }
  const [field = '', aspect = 'mail'] = kind.split('.');
  return addressFieldNames.includes(field)
    ? addressFact(letter, field, aspect)
    : headerOf(letter, kind);
};

const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

const asCrlf = (content: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(content).toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1');

/** Mails were checked out with either line end, and some digests are of content with the last line end, some without. */
const digestsOf = (content: Uint8Array): readonly string[] =>
  [content, asCrlf(content)].flatMap((octets) => [
    sha256(octets),
    sha256(Buffer.concat([octets, Buffer.from('\r\n')])),
    sha256(Buffer.concat([octets, Buffer.from('\n')])),
    sha256(
      Buffer.from(
        Buffer.from(octets)
          .toString('latin1')
          .replace(/(?:\r?\n)+$/, ''),
        'latin1',
      ),
    ),
  ]);

const lettersOf = (name: string): string => name.replace(/[^\p{L}\p{N}]/gu, '');

/** How a path within a name is made harmless is each one's own: there its separators are dropped, here the path is. */
const isSameWithoutPath = (expected: string, found: string, raw: string): boolean =>
  (raw.includes(`/${found}`) && expected.endsWith(found)) ||
  (raw.includes('//') && lettersOf(expected) === lettersOf(found));

const extensionOf = (name: string): string => /\.([^.]{1,16})$/.exec(name)?.[1] ?? '';

/** `name` and `filename` are the two parameters of a part and may differ; a desk shows one of them. */
const nameAgrees = (file: LetterFile, { raw, expect }: Tried, index: number): boolean =>
  expect.some(
    (fact) =>
      'attachment' in fact &&
      fact.attachment === index &&
      ['name', 'filename', 'description'].includes(fact.property) &&
      (agreesWithLosses(String(fact.value), file.name) ||
        isSameWithoutPath(String(fact.value), file.name, raw)),
  );

const attachmentAgrees = (
  file: LetterFile,
  fact: Extract<Fact, { attachment: number }>,
  tried: Tried,
): boolean => {
  const value = String(fact.value ?? '');
  switch (fact.property) {
    case 'name':
    case 'filename':
    case 'description':
      return nameAgrees(file, tried, fact.attachment);
    case 'extension':
      return extensionOf(file.name).toLowerCase() === value.toLowerCase();
    case 'content_type':
      return file.contentType === value.toLowerCase();
    case 'id':
    case 'content_id':
      return file.contentId === value.replace(/^<|>$/g, '');
    case 'sha256':
      return digestsOf(file.content).includes(value);
    default:
      return plainLine(Buffer.from(file.content).toString('utf8')) === plainLine(value);
  }
};

const withoutBrackets = (value: string): string => value.replace(/^<([^<>]*)>$/, '$1');

/** An address field alone stands for the address, or for name and address. */
const textAgrees = (letter: Letter, kind: string, expected: string): boolean => {
  const isWholeMailbox = addressFieldNames.includes(kind) && expected.includes('<');
  const found = isWholeMailbox ? addressFact(letter, kind, 'full') : messageFact(letter, kind);
  return agreesWithLosses(
    isWholeMailbox ? expected : withoutBrackets(expected),
    String(found ?? ''),
  );
};

const factAgrees = (tried: Tried, fact: Fact): boolean => {
  const { letter } = tried;
  if ('message' in fact) {
    return typeof fact.value === 'string'
      ? textAgrees(letter, fact.message, fact.value)
      : (messageFact(letter, fact.message) ?? null) === fact.value;
  }
  const file = letter.files[fact.attachment];
  return file !== undefined && attachmentAgrees(file, fact, tried);
};

const isComparable = (fact: Fact): boolean => {
  const kind = 'message' in fact ? fact.message : fact.property;
  return (
    !innerKinds.has(kind) &&
    !('attachment' in fact && (isMadeUp(fact.value) || isOfMadeUpName(kind, fact.value))) &&
    !isUndecoded(fact.value)
  );
};

/** Facts that the tests of Webklex/php-imap assert of its mails. */
export const webklexPhpImap: CorpusSet = {
  name: 'email/webklex-php-imap',
  reach: 0.95,
  needs: ['email/webklex-php-imap/expected.json'],
  async run(dir) {
    const folder = join(dir, 'email', 'webklex-php-imap');
    const facts = newTally();
    const { cases } = JSON.parse(await readFile(join(folder, 'expected.json'), 'utf8')) as Cases;
    for (const { file, expect } of cases.filter((one) => existsSync(join(folder, one.file)))) {
      const path = join(folder, file);
      const letter = await letterOf(path);
      const tried: Tried = { letter, raw: await readFile(path, 'latin1'), expect };
      for (const fact of expect.filter(isComparable)) {
        facts.agree(factAgrees(tried, fact), () => {
          const files = letter.files
            .map(({ name, contentType, content }) => `${name} ${contentType} ${content.length}`)
            .join(' | ');
          const found = 'message' in fact ? messageFact(letter, fact.message) : files;
          return `${file}: ${JSON.stringify(fact)} ≠ ${JSON.stringify(found)}`;
        });
      }
    }
    return facts.tally();
  },
};
