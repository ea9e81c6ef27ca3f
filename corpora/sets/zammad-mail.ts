import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Letter, Mailbox } from '../../server/modules/channels/email/letter/letter.ts';
import { senderOf } from '../../server/modules/channels/email/letter/sender-of.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { agreesWithLosses, letterOf, plainLine } from '../mail-files.ts';

type Attachment = {
  readonly data: string | Uint8Array;
  readonly filename?: string;
  readonly preferences?: Readonly<Record<string, unknown>>;
};
type Expected = {
  readonly from_email?: string;
  readonly from_display_name?: string;
  readonly subject?: string;
  readonly attachments?: readonly Attachment[];
};

const rubyBinary = {
  tag: '!binary',
  resolve: (text: string): Uint8Array => Buffer.from(text, 'base64'),
};

/** The expectations are dumps of Ruby objects: classes are left out, `!binary` is octets. */
const readExpected = (source: string): Expected =>
  parse(source.replace(/!ruby\/\S+/g, ''), {
    logLevel: 'silent',
    maxAliasCount: -1,
    customTags: [rubyBinary],
  }) as Expected;

const plainAddress = (address: string): string =>
  plainLine(address).replace(/["<>]/g, '').toLowerCase();

/** A name that upstream left half decoded (`=20Andreas?=`) says nothing about ours. */
const isHalfDecoded = (name: string): boolean => /=[0-9A-F]{2}.*\?=/.test(name);

const agreesOnSender = (expected: Expected, found: Mailbox | null): boolean => {
  const name = expected.from_display_name ?? '';
  const address = plainAddress(expected.from_email ?? '');
  const foundAddress = plainAddress(found?.address ?? '');
  const foundName = plainLine(found?.name ?? '');
  const sameName =
    isHalfDecoded(name) ||
    agreesWithLosses(name.replaceAll('"', ''), foundName.replaceAll('"', ''));
  return address === foundAddress && sameName;
};

const md5 = (content: Uint8Array | string): string =>
  createHash('md5').update(content).digest('hex');

const octetsOf = (data: string | Uint8Array): Buffer =>
  typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data);

/** Line ends and the last line end differ with how a mail file was checked out; nothing else may. */
const asLines = (content: Uint8Array): string =>
  Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n').replace(/\n+$/, '');

const squeezed = (html: string): string => html.replace(/\s+/g, '');

/** Digests of all that a letter holds besides its text: files, reports, and the HTML that Zammad keeps as a file. */
const heldBy = (letter: Letter): ReadonlySet<string> =>
  new Set([
    ...letter.files.flatMap(({ content }) => [md5(content), md5(asLines(content))]),
    ...letter.reports.map(({ content }) => md5(asLines(Buffer.from(content)))),
  ]);

/** Zammad keeps the HTML form, and each HTML part after the first, as a file; here they are the body. */
const isHtml = ({ preferences }: Attachment): boolean => preferences?.['Mime-Type'] === 'text/html';

const isInBody = (letter: Letter, octets: Buffer): boolean =>
  squeezed(letter.html ?? '').includes(squeezed(octets.toString('utf8')));

const holds = (letter: Letter, held: ReadonlySet<string>, attachment: Attachment): boolean => {
  const octets = octetsOf(attachment.data);
  return (
    (isHtml(attachment) && isInBody(letter, octets)) ||
    held.has(md5(octets)) ||
    held.has(md5(asLines(octets)))
  );
};

const missingAttachments = (expected: Expected, letter: Letter): readonly string[] => {
  const held = heldBy(letter);
  return (expected.attachments ?? [])
    .filter((attachment) => !holds(letter, held, attachment))
    .map(({ filename }) => filename ?? '(no name)');
};

const shown = (mailbox: Mailbox | null): string => JSON.stringify(mailbox);

/** Zammad's own mail tests: NAME.box is the letter, NAME.yml what Zammad makes of it. */
export const zammadMail: CorpusSet = {
  name: 'email/zammad-mail',
  reach: 0.97,
  async run(dir) {
    const folder = join(dir, 'email', 'zammad-mail');
    const sender = newTally('sender');
    const subject = newTally('subject');
    const attachments = newTally('attachments');
    for (const file of (await readdir(folder)).filter((name) => name.endsWith('.box')).toSorted()) {
      const expectedPath = join(folder, file.replace(/\.box$/, '.yml'));
      if (!existsSync(expectedPath)) {
        continue;
      }
      const expected = readExpected(await readFile(expectedPath, 'utf8'));
      const letter = await letterOf(join(folder, file));
      if (expected.from_email !== undefined) {
        const from = senderOf(letter);
        sender.agree(
          agreesOnSender(expected, from),
          () => `${file}: ${expected.from_email} / ${expected.from_display_name} ≠ ${shown(from)}`,
        );
      }
      if (expected.subject !== undefined) {
        subject.agree(
          agreesWithLosses(expected.subject, letter.subject),
          () => `${file}: ${expected.subject} ≠ ${letter.subject}`,
        );
      }
      if (expected.attachments !== undefined) {
        const missing = missingAttachments(expected, letter);
        attachments.agree(
          missing.length === 0,
          () =>
            `${file}: no ${missing.join(', ')} among ${letter.files.map(({ name, content }) => `${name} (${content.length})`).join(', ')}`,
        );
      }
    }
    return [sender.tally(), subject.tally(), attachments.tally()];
  },
};
