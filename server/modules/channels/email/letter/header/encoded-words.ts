import { decodeBytes } from '../charset/decode-bytes.ts';

/** One run of encoded words in the same charset: octets are joined before decoding, for mailers that split characters. */
type Run = { charset: string; chunks: Buffer[]; base64: string };

const MAX_LABEL = 80;
const opening = /^=\?([^?\s]{1,80})\?([bBqQ])\?/;

/** Where the last `?=` of the value in hand is, so that a value full of openings is not searched to its end for each. */
let searchedValue = '';
let searchedClose = -1;

const closeOf = (value: string, from: number): number => {
  if (value !== searchedValue) {
    searchedValue = value;
    searchedClose = value.lastIndexOf('?=');
  }
  return from > searchedClose ? -1 : value.indexOf('?=', from);
};

type Word = {
  readonly charset: string;
  readonly encoding: 'b' | 'q';
  readonly text: string;
  readonly end: number;
};

/**
 * Where the text of a Q word ends: a question mark that the mailer forgot to encode may stand before a hexadecimal
 * pair (`…?=D0=9F?=`) or before the end (`…what??=`).
 */
const closeOfQ = (value: string, first: number): number => {
  let close = first;
  while (/^\?=(?:[0-9A-Fa-f]{2}|\?=)/.test(value.slice(close, close + 4))) {
    const next = closeOf(value, close + 1);
    if (next < 0 || value.slice(close + 2, next).includes('=?')) {
      break;
    }
    close = next;
  }
  return close;
};

/** The encoded word (RFC 2047 §2) that begins at `at`; white space within it is tolerated; null when it is none. */
const readEncodedWord = (value: string, at: number): Word | null => {
  const head = opening.exec(value.slice(at, at + MAX_LABEL + 8));
  if (head === null) {
    return null;
  }
  const [whole, label = '', letter = ''] = head;
  const textStart = at + whole.length;
  const first = closeOf(value, textStart);
  if (first < 0) {
    return null;
  }
  const encoding = letter.toLowerCase() === 'b' ? 'b' : 'q';
  const close = encoding === 'q' ? closeOfQ(value, first) : first;
  return {
    charset: label.replace(/\*.*$/, ''),
    encoding,
    text: value.slice(textStart, close),
    end: close + 2,
  };
};

const hexValue = (code: number): number => {
  if (code >= 48 && code <= 57) {
    return code - 48;
  }
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
};

const decodeQ = (text: string): Buffer => {
  // Eight-bit text within a word is not allowed but met; it is UTF-8 by then.
  // eslint-disable-next-line no-control-regex -- the range is octets
  const source = Buffer.from(text, /[^\u0000-\u00ff]/.test(text) ? 'utf8' : 'latin1');
  const out = Buffer.allocUnsafe(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source[at] ?? 0;
    const high = code === 61 ? hexValue(source[at + 1] ?? 0) : -1;
    const low = high < 0 ? -1 : hexValue(source[at + 2] ?? 0);
    if (low >= 0) {
      out[length] = high * 16 + low;
      at += 2;
    } else {
      out[length] = code === 95 ? 32 : code;
    }
    length += 1;
  }
  return out.subarray(0, length);
};

const flushBase64 = (run: Run): void => {
  if (run.base64 !== '') {
    run.chunks.push(Buffer.from(run.base64, 'base64'));
    run.base64 = '';
  }
};

const addWord = (run: Run, word: Word): void => {
  if (word.encoding === 'q') {
    flushBase64(run);
    run.chunks.push(decodeQ(word.text));
    return;
  }
  const text = word.text.replace(/[^A-Za-z0-9+/=_-]/g, '');
  run.base64 += text.replace(/=+$/, '');
  // A word whose base64 is not a whole number of octets goes on in the next word.
  if (text.endsWith('=') || run.base64.length % 4 === 0) {
    flushBase64(run);
  }
};

const runText = (run: Run): string => {
  flushBase64(run);
  return decodeBytes(
    run.chunks.length === 1 ? (run.chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(run.chunks),
    run.charset,
  );
};

/** Words of one charset from `first` on; white space between encoded words does not count. */
const readRun = (value: string, first: Word): { readonly text: string; readonly end: number } => {
  const run: Run = { charset: first.charset, chunks: [], base64: '' };
  let word: Word | null = first;
  let end = first.end;
  const charset = first.charset.toLowerCase();
  while (word !== null && word.charset.toLowerCase() === charset) {
    addWord(run, word);
    end = word.end;
    word = readEncodedWord(value, skipSpace(value, end));
  }
  return { text: runText(run), end: word === null ? end : skipSpace(value, end) };
};

const skipSpace = (value: string, at: number): number => {
  let position = at;
  while (position < value.length && ' \t\r\n'.includes(value.charAt(position))) {
    position += 1;
  }
  return position;
};

/** The run of encoded words that begins at `at`, decoded, or null when none does. */
export const readEncodedRun = (
  value: string,
  at: number,
): { readonly text: string; readonly end: number } | null => {
  const first = readEncodedWord(value, at);
  return first === null ? null : readRun(value, first);
};

/** All encoded words in a value decoded, anywhere they stand: mailers put them within quotes and parameters too. */
export const decodeEncodedWords = (value: string): string => {
  let next = value.indexOf('=?');
  if (next < 0 || !value.includes('?=')) {
    return value;
  }
  const out: string[] = [];
  let at = 0;
  while (next >= 0) {
    const run = readEncodedRun(value, next);
    if (run === null) {
      out.push(value.slice(at, next + 2));
      at = next + 2;
    } else {
      out.push(value.slice(at, next), run.text);
      at = run.end;
    }
    next = value.indexOf('=?', at);
  }
  out.push(value.slice(at));
  return out.join('');
};
