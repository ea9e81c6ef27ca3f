import { readFile, readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readAutomatic } from '../../server/modules/channels/email/automatic/read-automatic.ts';
import type {
  Bounce,
  BounceReason,
  BounceRecipient,
} from '../../server/modules/channels/email/bounce/bounce.ts';
import { readBounce } from '../../server/modules/channels/email/bounce/read-bounce.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { letterOf } from '../mail-files.ts';

type Entry = {
  readonly deliverystatus: string;
  readonly replycode: string;
  readonly reason: string;
  readonly hardbounce: boolean;
};
type Expected = {
  readonly files: Readonly<Record<string, readonly Entry[]>>;
  readonly no_bounce: readonly string[];
};

/** Upstream names forty reasons; each is met by one or two of ours. */
const sameReason: Readonly<Record<string, readonly BounceReason[]>> = {
  authfailure: ['authentication'],
  badreputation: ['blocked', 'rate_limited'],
  blocked: ['blocked'],
  contenterror: ['content'],
  exceedlimit: ['too_large', 'rate_limited'],
  expired: ['expired', 'network'],
  failedstarttls: ['policy'],
  filtered: ['refused', 'unknown_user', 'suspended'],
  hasmoved: ['moved'],
  hostunknown: ['host_unknown'],
  mailboxfull: ['mailbox_full'],
  mailererror: ['server_error'],
  mesgtoobig: ['too_large'],
  networkerror: ['network', 'host_unknown', 'expired'],
  norelaying: ['relay_denied'],
  notaccept: ['accepts_no_mail', 'host_unknown'],
  notcompliantrfc: ['policy', 'content'],
  onhold: ['other', 'refused'],
  policyviolation: ['policy'],
  ratelimited: ['rate_limited'],
  rejected: ['sender_rejected', 'refused'],
  requireptr: ['blocked'],
  securityerror: ['policy'],
  spamdetected: ['spam'],
  speeding: ['rate_limited'],
  suspend: ['suspended'],
  syntaxerror: ['server_error'],
  systemerror: ['server_error'],
  systemfull: ['server_error'],
  toomanyconn: ['rate_limited'],
  undefined: ['other', 'server_error', 'refused'],
  userunknown: ['unknown_user'],
  virusdetected: ['virus'],
};

/** Folders of ordinary letters, some bounces among them, told by how they say that they are reports. */
const ordinaryFolders = [
  'zammad-mail',
  'stalwart',
  'talon',
  'redmine',
  'chatwoot',
  'request-tracker',
  'spamassassin',
  'rspamd',
];
const saysReport =
  /^content-type:\s*multipart\/report|^subject:.*(?:undeliver|delivery status notification|failure notice|returned mail|mail delivery failed|delivery failure)|^from:.*(?:mailer-daemon|mail delivery)/im;
const mailEndings = /\.(?:eml|box|txt|raw|mail)$|\.[0-9a-f]{32}$/;

const mailsBelow = async (folder: string): Promise<readonly string[]> =>
  existsSync(folder)
    ? (await readdir(folder, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted()
    : [];

const named = {
  bounce: 'bounce',
  recipients: 'recipients',
  hardness: 'hardness',
  reason: 'reason',
} as const;

type Tallies = Readonly<Record<keyof typeof named, ReturnType<typeof newTally>>>;

const isRecognised = (
  entries: readonly Entry[],
  bounce: Bounce | null,
  isReply: boolean,
): boolean => {
  const reason = entries[0]?.reason;
  if (reason === 'vacation') {
    return bounce === null && isReply;
  }
  if (reason === 'feedback' || reason === 'delivered') {
    return bounce?.kind === reason;
  }
  return bounce !== null && ['failed', 'delayed', 'relayed', 'expanded'].includes(bounce.kind);
};

const inWords = (found: BounceRecipient | undefined): string =>
  found === undefined
    ? 'nobody'
    : `${found.reason}, ${found.hard ? 'hard' : 'soft'} (${found.diagnostic.slice(0, 120)})`;

const compareRecipients = (
  file: string,
  entries: readonly Entry[],
  bounce: Bounce | null,
  tallies: Tallies,
): void => {
  const count = bounce?.recipients.length ?? 0;
  tallies.recipients.agree(
    count === entries.length,
    () => `${file}: ${entries.length} recipients, found ${count}`,
  );
  for (const [index, expected] of entries.entries()) {
    const found = bounce?.recipients[index];
    const miss = (): string =>
      `${file}: expected ${expected.hardbounce ? 'hard' : 'soft'} ${expected.reason}, found ${inWords(found)}`;
    tallies.hardness.agree(found?.hard === expected.hardbounce, miss);
    tallies.reason.agree(
      found !== undefined && sameReason[expected.reason]?.includes(found.reason) === true,
      miss,
    );
  }
};

const tryBounces = async (root: string, expected: Expected, tallies: Tallies): Promise<void> => {
  for (const path of await mailsBelow(join(root, 'maildir'))) {
    const entries = expected.files[basename(path)];
    if (entries === undefined) {
      continue;
    }
    const file = path.slice(root.length + 1);
    const letter = await letterOf(path);
    const bounce = readBounce(letter);
    const { automatic } = readAutomatic(letter, { addresses: [] }, bounce);
    tallies.bounce.agree(
      isRecognised(entries, bounce, automatic === 'auto_reply'),
      () =>
        `${file}: expected ${entries[0]?.reason ?? ''}, found ${bounce?.kind ?? automatic ?? 'a letter'}`,
    );
    if (!['feedback', 'vacation', 'delivered'].includes(entries[0]?.reason ?? '')) {
      compareRecipients(file, entries, bounce, tallies);
    }
  }
};

const tryLetters = async (dir: string, expected: Expected, tallies: Tallies): Promise<void> => {
  const root = join(dir, 'email');
  const told = expected.no_bounce
    .map((name) => join(root, 'sisimai-bounces', name))
    .filter((path) => existsSync(path));
  const ordinary: string[] = [];
  for (const folder of ordinaryFolders) {
    for (const path of await mailsBelow(join(root, folder))) {
      const head = mailEndings.test(path) ? (await readFile(path, 'latin1')).slice(0, 20_000) : '';
      if (
        /^(?:from|to|subject|date|received):/im.test(head.slice(0, 4_000)) &&
        !saysReport.test(head)
      ) {
        ordinary.push(path);
      }
    }
  }
  for (const path of [...told, ...ordinary]) {
    const bounce = readBounce(await letterOf(path));
    tallies.bounce.agree(
      bounce === null,
      () => `${path.slice(root.length + 1)}: no bounce, found ${bounce?.kind ?? ''}`,
    );
  }
};

/** Bounces of sixty kinds of servers: told from letters, hard from soft, and why. */
export const sisimaiBounces: CorpusSet = {
  name: 'email/sisimai-bounces',
  reach: 0.99,
  needs: ['email/sisimai-bounces/expected.json'],
  async run(dir) {
    const root = join(dir, 'email', 'sisimai-bounces');
    const expected = JSON.parse(await readFile(join(root, 'expected.json'), 'utf8')) as Expected;
    const tallies: Tallies = {
      bounce: newTally(named.bounce, 0.99),
      recipients: newTally(named.recipients, 0.97),
      hardness: newTally(named.hardness, 0.92),
      reason: newTally(named.reason, 0.85),
    };
    await tryBounces(root, expected, tallies);
    await tryLetters(dir, expected, tallies);
    return Object.values(tallies).map(({ tally }) => tally());
  },
};
