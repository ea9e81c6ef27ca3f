import { readEncodedRun } from './encoded-words.ts';

export type AddressToken = {
  readonly kind: 'word' | 'quoted' | 'comment' | 'angle' | 'separator' | 'group';
  readonly text: string;
  readonly spaceBefore: boolean;
};

const MAX_COMMENT_DEPTH = 20;
const MAX_QUOTED = 2000;
const MAX_ANGLE = 1000;

type Found = { readonly token: Omit<AddressToken, 'spaceBefore'>; readonly end: number };

const word = (text: string, end: number): Found => ({ token: { kind: 'word', text }, end });

const wordStop = /[\s"(),:;<>]|=\?/g;

const readQuotedWord = (value: string, at: number): Found | null => {
  let text = '';
  const stop = Math.min(value.length, at + MAX_QUOTED);
  for (let position = at + 1; position < stop; position += 1) {
    const char = value.charAt(position);
    if (char === '"') {
      return { token: { kind: 'quoted', text: decodeWithin(text) }, end: position + 1 };
    }
    if (char === '\\' && position + 1 < stop) {
      position += 1;
    }
    text += value.charAt(position);
  }
  return null;
};

/** Encoded words are not allowed within quotes, comments and angles (RFC 2047 §5) but mailers put them there. */
const decodeWithin = (text: string): string => {
  let at = text.indexOf('=?');
  if (at < 0) {
    return text;
  }
  let out = text.slice(0, at);
  while (at < text.length) {
    const run = readEncodedRun(text, at);
    const from = run?.end ?? at + 2;
    out += run?.text ?? text.slice(at, at + 2);
    const next = text.indexOf('=?', from);
    at = next < 0 ? text.length : next;
    out += text.slice(from, at);
  }
  return out;
};

const readComment = (value: string, at: number): Found | null => {
  let depth = 0;
  const stop = Math.min(value.length, at + MAX_QUOTED);
  for (let position = at; position < stop; position += 1) {
    const char = value.charAt(position);
    if (char === '\\') {
      position += 1;
    } else if (char === '(' && depth < MAX_COMMENT_DEPTH) {
      depth += 1;
    } else if (char === ')') {
      depth -= 1;
      if (depth === 0) {
        const text = value.slice(at + 1, position).replace(/\\(.)/g, '$1');
        return { token: { kind: 'comment', text: decodeWithin(text) }, end: position + 1 };
      }
    }
  }
  return null;
};

/** `<…>`; without a closing bracket up to the next separator. A second opening bracket begins anew. */
const readAngle = (value: string, at: number): Found => {
  const from = value.charAt(at + 1) === '<' ? at + 2 : at + 1;
  const length = value.slice(from, from + MAX_ANGLE).search(/[<>]/);
  const close = from + length;
  const isClosed = length >= 0 && value.charAt(close) === '>';
  if (isClosed) {
    const end = /^>+/.exec(value.slice(close, close + 10))?.[0].length ?? 1;
    return { token: { kind: 'angle', text: value.slice(from, close) }, end: close + end };
  }
  const rest = /^[^,;<>]*/.exec(value.slice(from, from + MAX_ANGLE))?.[0] ?? '';
  return { token: { kind: 'angle', text: rest }, end: from + rest.length };
};

const readWord = (value: string, at: number): Found => {
  const run = value.startsWith('=?', at) ? readEncodedRun(value, at) : null;
  if (run !== null) {
    return word(run.text, run.end);
  }
  wordStop.lastIndex = at + 1;
  const stop = wordStop.exec(value);
  const end = stop === null ? value.length : stop.index;
  return word(value.slice(at, end), end);
};

/** A colon ends the name of a group, save within what looks like an address or a URL. */
const isGroupColon = (value: string, at: number): boolean => {
  const sinceSeparator = /[^,;]*$/.exec(value.slice(Math.max(0, at - 200), at))?.[0] ?? '';
  return !/[@<[]|mailto$/i.test(sinceSeparator) && sinceSeparator.trim() !== '';
};

/** Quotes and brackets that nobody closes are each searched for `MAX_QUOTED` characters, so only a few are. */
type Patience = { unclosed: number };
const MAX_UNCLOSED = 20;

const readEnclosed = (value: string, at: number, patience: Patience): Found => {
  const isQuote = value.charAt(at) === '"';
  if (patience.unclosed < MAX_UNCLOSED) {
    const found = isQuote ? readQuotedWord(value, at) : readComment(value, at);
    if (found !== null) {
      return found;
    }
    patience.unclosed += 1;
  }
  return word(isQuote ? '' : '(', at + 1);
};

const readOne = (value: string, at: number, patience: Patience): Found => {
  switch (value.charAt(at)) {
    case ',':
    case ';':
      return { token: { kind: 'separator', text: '' }, end: at + 1 };
    case ':':
      return isGroupColon(value, at)
        ? { token: { kind: 'group', text: '' }, end: at + 1 }
        : word(':', at + 1);
    case '<':
      return readAngle(value, at);
    case '"':
    case '(':
      return readEnclosed(value, at, patience);
    default:
      return readWord(value, at);
  }
};

/** The pieces of an address field, encoded words decoded: what they hold can no longer be taken for punctuation. */
export function* readAddressTokens(value: string): Generator<AddressToken> {
  const space = /\s*/y;
  const patience: Patience = { unclosed: 0 };
  let at = 0;
  while (at < value.length) {
    space.lastIndex = at;
    space.exec(value);
    const start = space.lastIndex;
    if (start >= value.length) {
      return;
    }
    const { token, end } = readOne(value, start, patience);
    if (token.text !== '' || token.kind !== 'word') {
      yield { ...token, spaceBefore: start > at };
    }
    at = end;
  }
}
