import type { Letter } from '../letter/letter.ts';
import { addressesIn, sameAddress } from './address.ts';
import type { Bounce, BounceKind, BounceRecipient, SmtpStage } from './bounce.ts';
import { isHard, meaningOf, reasonOf, type Evidence } from './classify.ts';
import { bestStatus, codesIn } from './codes.ts';
import { kindOfActions, statusEntriesIn, type StatusEntry } from './delivery-status.ts';
import { complaintIn } from './feedback.ts';
import { recipientsInWords, type NamedRecipient } from './narrative.ts';
import { noticeOf, type Notice } from './notice.ts';
import { originalOf, returnedIn, type Original } from './original.ts';
import {
  failedRecipientsHeader,
  fromDaemon,
  fromPerson,
  hasNullReturnPath,
  isReadReceipt,
  isReportType,
  subjectTellsFailure,
  wordsTellFailure,
} from './signs.ts';
import { smtpStageOf } from './smtp-stage.ts';
import { rejectionIn, transcriptAbout } from './spoken-reason.ts';
import { bounceInNotification } from './web-notification.ts';

const DIAGNOSTIC_LIMIT = 1_000;
const REPORT_LIMIT = 400_000;

/** Parts by the end of their type; those of own types, e.g. `message/xdelivery-status`, come as files only. */
const partsOf = (letter: Letter, typeEnd: string): readonly string[] => {
  const reported = letter.reports.filter(({ contentType }) => contentType.endsWith(typeEnd));
  return reported.length > 0
    ? reported.map(({ content }) => content)
    : letter.files
        .filter(({ contentType }) => contentType.endsWith(typeEnd))
        .map(({ content }) => new TextDecoder().decode(content.subarray(0, REPORT_LIMIT)));
};

const entriesOf = (letter: Letter, notice: Notice): readonly StatusEntry[] => {
  const reported = partsOf(letter, 'delivery-status').flatMap(statusEntriesIn);
  if (reported.length > 0 || !/^\s*(?:Final-Recipient|Action)\s*:/im.test(notice.said)) {
    return reported;
  }
  const printed = statusEntriesIn(notice.said.replaceAll(/^[ \t]+(?=[\w-]+:)/gm, ''));
  return printed.filter(({ address, action }) => address !== '' && action !== '');
};

/** Several signs speak together: who sent it, how it calls itself, what it says. One alone proves nothing. */
const signsAddUp = (letter: Letter, notice: Notice): boolean => {
  const daemon = fromDaemon(letter) || hasNullReturnPath(letter);
  const subject = subjectTellsFailure(letter);
  const typed = isReportType(letter);
  const returned = notice.returned !== '' || letter.reports.length > 0;
  const told = [subject, wordsTellFailure(notice.said)].filter(Boolean).length;
  const formal = [daemon, daemon && typed, returned && (daemon || subject)].filter(Boolean).length;
  return told + formal >= 2 && (told > 0 || typed || returned);
};

const looksLikeReport = (
  letter: Letter,
  notice: Notice,
  entries: readonly StatusEntry[],
): boolean => {
  if (isReadReceipt(letter) || fromPerson(letter)) {
    return false;
  }
  return entries.length > 0 || failedRecipientsHeader(letter) !== '' || signsAddUp(letter, notice);
};

const delayWords =
  /warning: (?:message|could not send)|(?:has been|is|was) delayed|will (?:keep|continue) (?:trying|to try|to be)|still trying|not (?:yet )?been delivered (?:after|to)[^\n]{0,80}|do(?:es)? not need to resend|delivery (?:status notification )?\(?delay|will be retried|will retry|temporarily|пытаться доставить|повторные попытки|задержк/i;
const finalWords =
  /permanent|giving up|given up|gave up|no further|could not be delivered|failed permanently|cannot be delivered/i;

const kindInWords = (letter: Letter, notice: Notice): BounceKind => {
  const delayed =
    delayWords.test(letter.subject.slice(0, 400)) || delayWords.test(notice.said.slice(0, 3_000));
  return delayed && !finalWords.test(notice.said.slice(0, 3_000)) && !/fail/i.test(letter.subject)
    ? 'delayed'
    : 'failed';
};

const oneLine = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').trim().slice(0, DIAGNOSTIC_LIMIT);

type Context = { readonly kind: BounceKind; readonly said: string; readonly stage: SmtpStage };

const judged = (address: string, evidence: Evidence): BounceRecipient => {
  const reason = reasonOf(evidence);
  return {
    address,
    status: evidence.status,
    replyCode: evidence.replyCode,
    hard: isHard(reason, evidence),
    reason,
    diagnostic: oneLine(evidence.diagnostic),
  };
};

const fromEntry = (
  entry: StatusEntry,
  words: string,
  { kind, said, stage }: Context,
): BounceRecipient => {
  const reported = entry.diagnostic || (/\(.*\)/.exec(entry.status)?.[0] ?? '');
  const rejection = rejectionIn(said);
  const diagnostic = rejection || reported;
  const inDiagnostic = codesIn(diagnostic);
  const inWords = codesIn(words === '' ? said : words);
  return judged(entry.address, {
    kind,
    diagnostic,
    around: words === '' ? said : words,
    stage: smtpStageOf(words) ?? stage,
    status: bestStatus(inDiagnostic.status, codesIn(entry.status).status, inWords.status),
    replyCode: inDiagnostic.replyCode ?? inWords.replyCode,
    isAttributed: entry.isAttributed && rejection === '',
  });
};

const fromWords = (
  { address, words }: NamedRecipient,
  { kind, said, stage }: Context,
): BounceRecipient => {
  const own = codesIn(words);
  const all = own.status === null && own.replyCode === null ? codesIn(said) : own;
  const diagnostic = words === '' ? said : words;
  return judged(address, {
    ...all,
    kind,
    diagnostic,
    around: said,
    stage: smtpStageOf(words) ?? stage,
    isAttributed: false,
  });
};

/** Names for a report in words: the header that lists them, else the words, else the returned letter, else none. */
const namedIn = (letter: Letter, notice: Notice, original: Original): readonly NamedRecipient[] => {
  const own = [...letter.to, ...(letter.from === null ? [] : [letter.from])].map(
    ({ address }) => address,
  );
  const named = recipientsInWords(notice.said, own);
  const listed = addressesIn(failedRecipientsHeader(letter)).map(({ address }) => address);
  if (listed.length > 0) {
    return listed.map((address) => ({
      address,
      words: named.find((one) => one.address.toLowerCase() === address.toLowerCase())?.words ?? '',
    }));
  }
  if (named.length > 0) {
    return named;
  }
  return [{ address: original.recipient ?? '', words: '' }];
};

/** A report without a code may have the answer of the server in what it returns. */
const withTranscript = (named: NamedRecipient, letter: Letter): NamedRecipient => {
  const { status, replyCode } = codesIn(named.words);
  if (status !== null || replyCode !== null || meaningOf(named.words).telling !== null) {
    return named;
  }
  const found = returnedIn(letter).map((text) => transcriptAbout(named.address, text));
  const words = found.find((transcript) => transcript !== '');
  return words === undefined ? named : { ...named, words };
};

/** Some reports say the same of a recipient twice. */
const onceEach = (entries: readonly StatusEntry[]): readonly StatusEntry[] =>
  entries.filter(
    ({ address }, index) =>
      address === '' || entries.findIndex((one) => sameAddress(one.address, address)) === index,
  );

const recipientsOf = (
  letter: Letter,
  notice: Notice,
  entries: readonly StatusEntry[],
  kind: BounceKind,
): readonly BounceRecipient[] => {
  const original = originalOf(letter, notice);
  const context: Context = { kind, said: notice.said, stage: smtpStageOf(notice.said) };
  const named = namedIn(letter, notice, original);
  if (entries.length === 0) {
    return named.map((one) => fromWords(withTranscript(one, letter), context));
  }
  return onceEach(entries).map((entry) => {
    const words = named.find(
      ({ address }) => address.toLowerCase() === entry.address.toLowerCase(),
    );
    const address = entry.address === '' ? (named.at(0)?.address ?? '') : entry.address;
    return fromEntry({ ...entry, address }, words?.words ?? '', context);
  });
};

/**
 * Understands a report about a letter that we sent; null for every other letter, answers of absent people included.
 * Standard reports (RFC 3464, RFC 5965) are read by their fields, all others by their words.
 */
export const readBounce = (letter: Letter): Bounce | null => {
  const complaint = complaintIn(letter);
  if (complaint !== null) {
    return complaint;
  }
  const notified = bounceInNotification(letter);
  if (notified !== null) {
    return notified;
  }
  const notice = noticeOf(letter);
  const entries = entriesOf(letter, notice);
  if (!looksLikeReport(letter, notice, entries)) {
    return null;
  }
  const kind = kindOfActions(entries) ?? kindInWords(letter, notice);
  const original = originalOf(letter, notice);
  const recipients = recipientsOf(letter, notice, entries, kind);
  return {
    kind,
    recipients,
    originalMessageId: original.messageId,
    originalRecipient: original.recipient ?? recipients.at(0)?.address ?? null,
    originalSubject: original.subject,
  };
};
