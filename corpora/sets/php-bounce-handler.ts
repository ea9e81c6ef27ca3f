import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readAutomatic } from '../../server/modules/channels/email/automatic/read-automatic.ts';
import { readBounce } from '../../server/modules/channels/email/bounce/read-bounce.ts';
import { type CorpusSet, type Tally, newTally } from '../corpus-set.ts';
import { filesUnder, letterOf } from '../mail-files.ts';

const expectedOf = (name: string): string => {
  if (/^(?:arf|fbl|feedback)/i.test(name)) {
    return 'feedback';
  }
  return /auto|vacation|ooo/i.test(name) ? 'auto_reply' : 'bounce';
};

const recognised = async (path: string): Promise<string> => {
  const letter = await letterOf(path);
  const bounce = readBounce(letter);
  const { automatic } = readAutomatic(letter, { addresses: [] }, bounce);
  return bounce?.kind === 'feedback' ? 'feedback' : (automatic ?? 'person');
};

/** Names of files elsewhere that tell what they are. */
const tellingNames: readonly (readonly [RegExp, readonly string[]])[] = [
  [/bounce|multipart_report/i, ['bounce']],
  // Both are machines that must not be answered; senders of answers often name themselves by the other.
  [/auto_?reply/i, ['auto_reply', 'auto_generated']],
];
const foldersOfNames = ['chatwoot', 'mikel-mail', 'flanker'];

const tryNamed = async (dir: string): Promise<Tally> => {
  const tally = newTally('named-elsewhere', 0.95);
  for (const folder of foldersOfNames.map((name) => join(dir, 'email', name))) {
    for (const file of existsSync(folder) ? await filesUnder(folder) : []) {
      const expected = file.endsWith('.eml')
        ? tellingNames.find(([pattern]) => pattern.test(file))?.[1]
        : undefined;
      if (expected !== undefined) {
        const kind = await recognised(join(folder, file));
        tally.agree(
          expected.includes(kind),
          () => `${file}: expected ${expected.join(' or ')}, found ${kind}`,
        );
      }
    }
  }
  return tally.tally();
};

/** Bounces, complaints and absence notices: the names of the files tell which. */
export const phpBounceHandler: CorpusSet = {
  name: 'email/php-bounce-handler',
  reach: 0.95,
  async run(dir) {
    const folder = join(dir, 'email', 'php-bounce-handler', 'eml');
    const tally = newTally();
    for (const name of (await readdir(folder)).toSorted()) {
      const path = join(folder, name);
      if ((await readFile(path)).length > 0) {
        const kind = await recognised(path);
        tally.agree(
          kind === expectedOf(name),
          () => `${name}: expected ${expectedOf(name)}, found ${kind}`,
        );
      }
    }
    return [tally.tally(), await tryNamed(dir)];
  },
};
