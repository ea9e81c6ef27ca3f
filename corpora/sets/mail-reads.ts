import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letter } from '../../server/modules/channels/email/letter/letter.ts';
import { parseLetter } from '../../server/modules/channels/email/letter/parse-letter.ts';
import { senderOf } from '../../server/modules/channels/email/letter/sender-of.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { filesUnder } from '../mail-files.ts';

const MAX_MS = 5000;
const HEAD_BYTES = 65_536;
const FEW_LOST_CHARACTERS = 5;
const LOST_SHARE = 0.1;
const mailField =
  /^(?:from|to|subject|date|received|return-path|message-id|mime-version|content-type|delivered-to|reply-to|x-[\w-]+):/gim;

/** Files listed as mails; where the list is missing or short, what begins with a mail's header is one too. */
const listedMails = async (folder: string): Promise<ReadonlySet<string>> => {
  const path = join(folder, 'INVENTORY.jsonl');
  const lines = existsSync(path) ? (await readFile(path, 'utf8')).trim().split('\n') : [];
  return new Set(lines.map((line) => (JSON.parse(line) as { file: string }).file));
};

const headOf = (raw: Buffer): string => {
  const head = raw.toString('latin1', 0, HEAD_BYTES).replace(/\r\n?/g, '\n').replace(/^\s+/, '');
  const end = head.indexOf('\n\n');
  return end < 0 ? head : head.slice(0, end);
};

const beginsAsMail = (raw: Buffer): boolean =>
  /^(?:From |[A-Za-z][A-Za-z-]{1,40}:\s)/.test(headOf(raw)) &&
  new Set(
    headOf(raw)
      .match(mailField)
      ?.map((name) => name.toLowerCase()),
  ).size >= 3;

/** A From field with one plain address in angle brackets or alone: nobody may miss it. */
const hasReadableFrom = (raw: Buffer): boolean =>
  /^From:[ \t]*(?:[^\n<>@,;:]*<[\w.+-]+@[\w-]+(?:\.[\w-]+)+>|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)[ \t]*$/im.test(
    headOf(raw),
  );

const strings = (letter: Letter): readonly string[] => [
  letter.subject,
  letter.text ?? '',
  letter.html ?? '',
  ...letter.files.map(({ name }) => name),
  ...[letter.from, letter.sender, ...letter.to, ...letter.cc, ...letter.replyTo].flatMap(
    (mailbox) => (mailbox === null ? [] : [mailbox.name, mailbox.address]),
  ),
  ...[...letter.headers.values()].flat(),
];

/** Many characters lost: the charset was read wrong, unless the letter itself holds them lost. */
const isExploded = (text: string): boolean => {
  const lost = text.split('\u{fffd}').length - 1;
  const foreign = text.replace(/[\t\n\u{20}-\u{7e}]/gu, '').length;
  return lost > FEW_LOST_CHARACTERS && lost / foreign > LOST_SHARE;
};

const faultOf = (raw: Buffer, letter: Letter, ms: number): string | null => {
  if (ms > MAX_MS) {
    return `took ${Math.round(ms)} ms`;
  }
  if (letter.defects.includes('unreadable')) {
    return 'could not be read';
  }
  if (hasReadableFrom(raw) && senderOf(letter) === null) {
    return 'has a From that was not found';
  }
  const bad = strings(letter).find((text) => text.includes('\0') || !text.isWellFormed());
  if (bad !== undefined) {
    return `gives a string that cannot be stored: ${JSON.stringify(bad.slice(0, 60))}`;
  }
  const exploded = strings(letter).find(isExploded);
  return exploded === undefined
    ? null
    : `lost its characters: ${JSON.stringify(exploded.slice(0, 80))}`;
};

const mailsOf = async (folder: string, listed: ReadonlySet<string>): Promise<readonly string[]> => {
  const mails: string[] = [];
  for (const project of (await readdir(folder, { withFileTypes: true })).filter((entry) =>
    entry.isDirectory(),
  )) {
    for (const file of await filesUnder(join(folder, project.name))) {
      const path = `${project.name}/${file}`;
      const isMail = listed.has(path) || beginsAsMail(await readFile(join(folder, path)));
      if (isMail) {
        mails.push(path);
      }
    }
  }
  return mails;
};

/** Every mail of every project: it is read, in time, with its sender, and its characters survive. */
export const mailReads: CorpusSet = {
  name: 'email/*:reads',
  reach: 0.99,
  needs: ['email'],
  async run(dir) {
    const folder = join(dir, 'email');
    const reads = newTally();
    for (const path of await mailsOf(folder, await listedMails(folder))) {
      const raw = await readFile(join(folder, path));
      const startedMs = performance.now();
      const fault = await parseLetter(raw).then(
        (letter) => faultOf(raw, letter, performance.now() - startedMs),
        (error: unknown) => `threw ${String(error)}`,
      );
      reads.agree(fault === null, () => `${path} ${fault}`);
    }
    return reads.tally();
  },
};
