import type { BounceKind, BounceReason, SmtpStage } from './bounce.ts';
import type { Codes } from './codes.ts';
import { reasonOfDetail, reasonOfReply } from './reason-codes.data.ts';
import { tellingPhrases, type PhraseTable } from './reason-phrases.data.ts';
import { vaguePhrases } from './vague-phrases.data.ts';

const TEXT_LIMIT = 8_000;

type Phrases = readonly (readonly [BounceReason, readonly string[]])[];

const phrasesOf = (table: PhraseTable): Phrases =>
  table.map(([reason, phrases]) => [reason, phrases.split('|').map((phrase) => phrase.trim())]);

const telling = phrasesOf(tellingPhrases);
const vague = phrasesOf(vaguePhrases);

/** The text as phrases are compared: without addresses, links and names of hosts, whose words mean nothing. */
const spoken = (text: string): string =>
  text
    .slice(0, TEXT_LIMIT)
    .toLowerCase()
    .replaceAll(/\bhttps?:\/\/[^\s<>]*spamhaus[^\s<>]*/g, ' spamhaus ')
    .replaceAll(/\bhttps?:\/\/[^\s<>]*/g, ' ')
    .replaceAll(/<[^<>\s]*@[^<>\s]*>/g, ' ')
    .replaceAll(/[^\s<>()"']{1,128}@[^\s<>()"']{1,255}/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[45]\d\d-(?=[45]\.\d)/g, '')
    .replaceAll(/ [45]\d\d-/g, ' ')
    .replaceAll('’', "'");

type Meaning = { readonly telling: BounceReason | null; readonly vague: BounceReason | null };

const nothing: Meaning = { telling: null, vague: null };

/** What the words mean: for certain, or only perhaps. */
export const meaningOf = (text: string): Meaning => {
  const words = spoken(text);
  const among = (table: Phrases): BounceReason | null =>
    table.find(([, phrases]) => phrases.some((phrase) => words.includes(phrase)))?.[0] ?? null;
  const certain = among(telling);
  return { telling: certain, vague: certain === null ? among(vague) : null };
};

const reasonOfStatus = (status: string | null): BounceReason | null => {
  if (status === null || /^\d\.0\.0$/.test(status)) {
    return null;
  }
  return reasonOfDetail[status.slice(2)] ?? null;
};

/** Codes whose meaning is exact enough to overrule words that can be said of many things. */
const exact = new Set(['1.2', '1.6', '1.8', '2.2', '3.4', '4.6', '7.25', '7.26', '7.509', '7.606']);
export type Evidence = Codes & {
  readonly diagnostic: string;
  /** More words of the report about this recipient, asked when the diagnostic says nothing. */
  readonly around: string;
  readonly stage: SmtpStage;
  readonly kind: BounceKind;
  /** The diagnostic is the reply of a named server for this recipient. */
  readonly isAttributed: boolean;
};

/** Codes say less than words where a whole class of causes shares one, e.g. `5.7.1`, `5.5.0`, `5.2.0`. */
const broad = new Set(['1.0', '2.0', '2.1', '3.0', '4.0', '5.0', '6.0', '7.0', '7.1']);

/** Far from the recipient's name the words "policy" and "content" may be about anything. */
const distant = (reason: BounceReason | null): BounceReason | null =>
  reason === 'policy' || reason === 'content' ? null : reason;

const fromAfar = (
  { kind, around, replyCode }: Evidence,
  byStatus: BounceReason | null,
  said: Meaning,
): BounceReason => {
  const near = kind === 'delayed' ? nothing : meaningOf(around);
  const order = [
    said.vague === 'refused' ? null : said.vague,
    near.telling,
    byStatus,
    said.vague,
    distant(near.vague),
    reasonOfReply[replyCode ?? ''],
  ];
  return order.find((reason) => reason !== null && reason !== undefined) ?? 'other';
};

const firstReason = (evidence: Evidence): BounceReason => {
  const byStatus = reasonOfStatus(evidence.status);
  const detail = evidence.status?.slice(2) ?? '';
  if (byStatus !== null && exact.has(detail)) {
    return byStatus;
  }
  const said = meaningOf(evidence.diagnostic);
  if (said.telling !== null) {
    return said.telling;
  }
  return byStatus !== null && !broad.has(detail) ? byStatus : fromAfar(evidence, byStatus, said);
};

const personReasons = new Set<BounceReason>(['unknown_user', 'host_unknown']);

/** What is said before a recipient was named is about the sender; what is said after the text was sent is a filter. */
const atStage = (reason: BounceReason, { stage, status }: Evidence): BounceReason => {
  if (!personReasons.has(reason)) {
    return reason;
  }
  if (stage === 'mail') {
    return 'sender_rejected';
  }
  return stage === 'data' && !/^\d\.1\.[13]$/.test(status ?? '') ? 'refused' : reason;
};

const uncertain = new Set<BounceReason>([
  'other',
  'network',
  'server_error',
  'policy',
  'content',
  'refused',
]);

/** The reason of one recipient, from the words first, then the codes. */
export const reasonOf = (evidence: Evidence): BounceReason => {
  const reason = atStage(firstReason(evidence), evidence);
  const late = evidence.kind === 'delayed' || evidence.status?.slice(2) === '4.7';
  return late && uncertain.has(reason) ? 'expired' : reason;
};

const hardReasons = new Set<BounceReason>([
  'unknown_user',
  'host_unknown',
  'moved',
  'accepts_no_mail',
]);

/** The words of RFC 5321 §4.2.3 for 550, as large providers answer to RCPT for an address that does not exist. */
const standardWords = /requested action not taken: mailbox unavailable/i;

/**
 * An unknown user is certain by its code, by the command that was refused, by a standard report that names the server
 * which said so of this recipient, or when the machine that reports says so itself. Other systems answer "user unknown"
 * to letters that they merely do not want.
 */
const certainlyUnknown = (evidence: Evidence): boolean =>
  evidence.stage === 'rcpt' ||
  evidence.replyCode === null ||
  evidence.isAttributed ||
  /^\d\.(?:1\.\d|2\.1)/.test(evidence.status ?? '') ||
  standardWords.test(evidence.diagnostic);

/** Hard: the address is no good and stays so. What is temporary by its code or merely late never is. */
export const isHard = (reason: BounceReason, evidence: Evidence): boolean => {
  const { status, kind, replyCode } = evidence;
  if (kind !== 'failed' || !hardReasons.has(reason)) {
    return false;
  }
  if (reason === 'unknown_user') {
    return certainlyUnknown(evidence);
  }
  return !(status ?? replyCode ?? '5').startsWith('4');
};
