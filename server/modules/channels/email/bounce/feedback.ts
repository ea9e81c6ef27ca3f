import type { Letter } from '../letter/letter.ts';
import { addressesIn, recipientOf } from './address.ts';
import type { Bounce, BounceRecipient } from './bounce.ts';
import { noticeOf } from './notice.ts';
import { originalOf } from './original.ts';

const RECIPIENT_LIMIT = 200;

const complainant = (address: string): BounceRecipient => ({
  address,
  status: null,
  replyCode: null,
  hard: false,
  reason: 'spam',
  diagnostic: '',
});

const saysComplaint =
  /abuse report (?:for|about)|e-?mail (?:abuse|feedback) (?:report)|feedback report for|spam complaint|complaint about message|this is an? e-?mail abuse report/i;

/** Mailbox providers without a report part: the complaint is told by sender and words (AOL, Hotmail feedback loops). */
const isComplaintInWords = (letter: Letter): boolean => {
  if (letter.headers.has('x-hmxmroriginalrecipient')) {
    return true;
  }
  const from = letter.from?.address.toLowerCase() ?? '';
  const loopSender =
    /^(?:staff@hotmail\.com|scomp@aol\.net|fbl[\w.-]*@|feedbackloop@|.*abuse[\w.-]*@|.*feedback[\w.-]*@|complaints?@)/.test(
      from,
    );
  const told =
    saysComplaint.test(letter.subject) ||
    /^\s*complaint about message from/i.test(letter.subject) ||
    saysComplaint.test((letter.text ?? '').slice(0, 1_000));
  return loopSender && told;
};

const isComplaint = (letter: Letter): boolean =>
  letter.reports.some(({ contentType }) => contentType === 'message/feedback-report') ||
  /report-type\s*=\s*"?feedback-report/i.test(letter.headers.get('content-type')?.at(0) ?? '') ||
  isComplaintInWords(letter);

const namedIn = (letter: Letter): readonly string[] => {
  const named = letter.reports
    .filter(({ contentType }) => contentType === 'message/feedback-report')
    .flatMap(({ content }) => content.split('\n'))
    .filter((line) => /^(?:original-rcpt-to|removal-recipient|redacted-address)\s*:/i.test(line))
    .map((line) => recipientOf(line.slice(line.indexOf(':') + 1)))
    .filter((address) => addressesIn(address).length > 0);
  return [...new Set(named)].slice(0, RECIPIENT_LIMIT);
};

/** Of a feedback report (RFC 5965): somebody called our letter spam. Null for every other letter. */
export const complaintIn = (letter: Letter): Bounce | null => {
  if (!isComplaint(letter)) {
    return null;
  }
  const original = originalOf(letter, noticeOf(letter));
  const named = namedIn(letter);
  const addresses = named.length > 0 ? named : [original.recipient ?? ''];
  return {
    kind: 'feedback',
    recipients: addresses.map(complainant),
    originalMessageId: original.messageId,
    originalRecipient: original.recipient ?? named.at(0) ?? null,
    originalSubject: original.subject,
  };
};
