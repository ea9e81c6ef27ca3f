import type { CorpusSet } from './corpus-set.ts';
import { stalwart } from './sets/stalwart.ts';
import { webklexPhpImap } from './sets/webklex-php-imap.ts';
import { zammadMail } from './sets/zammad-mail.ts';

/** Every set that `npm run test:corpora` tries, one a line. */
export const corpusSets: readonly CorpusSet[] = [zammadMail, stalwart, webklexPhpImap];
