import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readAutomatic } from '../../server/modules/channels/email/automatic/read-automatic.ts';
import { readBounce } from '../../server/modules/channels/email/bounce/read-bounce.ts';
import { type CorpusSet, newTally } from '../corpus-set.ts';
import { letterOf } from '../mail-files.ts';

const expectedOf = (name: string): string => {
  if (/^(?:arf|fbl|feedback)/i.test(name)) {
    return 'feedback';
  }
  return /auto|vacation|ooo/i.test(name) ? 'auto_reply' : 'bounce';
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
      if ((await readFile(path)).length === 0) {
        continue;
      }
      const letter = await letterOf(path);
      const bounce = readBounce(letter);
      const automatic = readAutomatic(letter, { addresses: [] }, bounce).automatic ?? 'person';
      const kind = bounce?.kind === 'feedback' ? 'feedback' : automatic;
      tally.agree(
        kind === expectedOf(name),
        () => `${name}: expected ${expectedOf(name)}, found ${kind}`,
      );
    }
    return tally.tally();
  },
};
