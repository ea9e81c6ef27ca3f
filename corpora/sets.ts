import type { CorpusSet } from './corpus-set.ts';
import { icalSamples, nylasCalendar } from './sets/calendars.ts';
import { mailReads } from './sets/mail-reads.ts';
import { stalwart } from './sets/stalwart.ts';
import { webklexPhpImap } from './sets/webklex-php-imap.ts';
import { zammadMail } from './sets/zammad-mail.ts';

// One set a line, so that adding one touches no other.
// oxfmt-ignore
export const corpusSets: readonly CorpusSet[] = [
  zammadMail,
  stalwart,
  webklexPhpImap,
  mailReads,
  icalSamples,
  nylasCalendar,
];
