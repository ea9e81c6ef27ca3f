import type { CorpusSet } from './corpus-set.ts';
import { icalSamples, nylasCalendar } from './sets/calendars.ts';
import { htmlTextSets } from './sets/html-texts.ts';
import { htmlVectorSets } from './sets/html-vectors.ts';
import { mailReads } from './sets/mail-reads.ts';
import { phpBounceHandler } from './sets/php-bounce-handler.ts';
import { productionCalendar } from './sets/production-calendar.ts';
import { replyStripping } from './sets/reply-stripping.ts';
import { sisimaiBounces } from './sets/sisimai-bounces.ts';
import { slaCases } from './sets/sla-cases.ts';
import { stalwart } from './sets/stalwart.ts';
import { threading } from './sets/threading.ts';
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
  sisimaiBounces,
  phpBounceHandler,
  replyStripping,
  threading,
  slaCases,
  productionCalendar,
  ...htmlVectorSets,
  ...htmlTextSets,
];
