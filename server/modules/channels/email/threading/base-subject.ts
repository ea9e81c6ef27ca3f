import { forwardPrefixes, replyPrefixes } from './base-subject.data.ts';

const SUBJECT_LIMIT = 1_000;
/** Two letters and a colon are the shortest prefix. */
const ROUNDS = 500;

const prefixes = [...replyPrefixes, ...forwardPrefixes].toSorted(
  (one, other) => other.length - one.length,
);
const prefix = new RegExp(
  `^(${prefixes.join('|')})\\s?(?:\\[\\s?(\\d{1,3})\\s?\\]|\\((\\d{1,3})\\)|\\^(\\d{1,3}))?\\s?[:：]`,
  'u',
);
/** `[list] ` before a subject; never the whole subject (RFC 5256 §2.1, subj-blob). */
const blob = /^\[[^[\]]{0,200}\]\s*/;
const trailer = /\s*\((?:fwd|fw)\)\s*$/i;
const wrapped = /^\[\s*(?:fwd|fw)\s*:(.*)\]$/i;
const replies = new Set(replyPrefixes);

export type ReadSubject = {
  /** The subject without what answering and forwarding put around it. */
  readonly subject: string;
  /** How many answers are told by the prefixes, e.g. 2 for `Re: Re: a` and for `Re[2]: a`. */
  readonly replyDepth: number;
};

type Step = { readonly rest: string; readonly depth: number };

const withoutPrefix = (subject: string): Step | null => {
  const found = prefix.exec(subject.toLowerCase());
  if (found === null) {
    return null;
  }
  const [whole, word = '', ...counts] = found;
  const count = Number(counts.find((value) => value !== undefined) ?? 1);
  return { rest: subject.slice(whole.length).trim(), depth: replies.has(word) ? count : 0 };
};

const step = (subject: string): Step | null => {
  const unwrapped = wrapped.exec(subject)?.[1]?.trim();
  if (unwrapped !== undefined && unwrapped !== '') {
    return { rest: unwrapped, depth: 0 };
  }
  const untrailed = subject.replace(trailer, '');
  if (untrailed !== subject && untrailed !== '') {
    return { rest: untrailed, depth: 0 };
  }
  const answered = withoutPrefix(subject);
  if (answered !== null) {
    return answered;
  }
  const unlisted = subject.replace(blob, '');
  return unlisted !== subject && unlisted !== '' ? { rest: unlisted, depth: 0 } : null;
};

/** Reads a decoded subject by RFC 5256 §2.1, with the prefixes of many languages besides "Re" and "Fwd". */
export const readSubject = (decoded: string): ReadSubject => {
  let subject = decoded.slice(0, SUBJECT_LIMIT).replaceAll(/\s+/g, ' ').trim();
  let replyDepth = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = step(subject);
    if (next === null) {
      break;
    }
    subject = next.rest;
    replyDepth += next.depth;
  }
  return { subject, replyDepth };
};

export const baseSubject = (decoded: string): string => readSubject(decoded).subject;
