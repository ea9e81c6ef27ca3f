import { decodeBytes } from '../charset/decode-bytes.ts';
import { decodeEncodedWords } from './encoded-words.ts';
import { unicodeOfRaw } from './header-text.ts';

/** `text/plain; charset=utf-8`: value in lower case, parameters decoded, names in lower case. */
export type Parameterized = {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
};

const MAX_LENGTH = 65_536;
const MAX_VALUE = 500;
const MAX_PARAMETERS = 200;
const MAX_SECTIONS = 100;

type RawParameter = { readonly name: string; readonly value: string };

/** Quoted, from after the opening quote; a backslash counts only before a quote or itself, for Windows paths. */
const readQuoted = (
  text: string,
  from: number,
): { readonly value: string; readonly end: number } => {
  let value = '';
  let at = from;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') {
      return { value, end: at + 1 };
    }
    if (char === '\\' && /["\\]/.test(text.charAt(at + 1))) {
      at += 1;
    }
    value += text.charAt(at);
    at += 1;
  }
  // No closing quote: up to the next parameter.
  const semicolon = text.indexOf(';', from);
  return semicolon < 0
    ? { value, end: at }
    : { value: text.slice(from, semicolon).trim(), end: semicolon };
};

const readBare = (text: string, from: number): { readonly value: string; readonly end: number } => {
  const semicolon = text.indexOf(';', from);
  const end = semicolon < 0 ? text.length : semicolon;
  return { value: text.slice(from, end).trim(), end };
};

const readParameters = (text: string): readonly RawParameter[] => {
  const found: RawParameter[] = [];
  const nameBefore = /[\s;,]*([^=;\s"]{1,100})\s*(?:=\s*|(?=;|$))/y;
  let at = 0;
  while (at < text.length && found.length < MAX_PARAMETERS) {
    nameBefore.lastIndex = at;
    const match = nameBefore.exec(text);
    if (match === null) {
      const semicolon = text.indexOf(';', at);
      at = semicolon < 0 ? text.length : semicolon + 1;
      continue;
    }
    at = nameBefore.lastIndex;
    if (match[0].trimEnd().endsWith('=')) {
      const quoted = text.charAt(at) === '"';
      const { value, end } = quoted ? readQuoted(text, at + 1) : readBare(text, at);
      found.push({ name: (match[1] ?? '').toLowerCase(), value });
      at = end;
    }
  }
  return found;
};

const percentBytes = (value: string): Buffer =>
  Buffer.from(
    value.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  );

type Section = { readonly index: number; readonly encoded: boolean; readonly value: string };

/** RFC 2231 §3 and §4: `name*0*=utf-8''…; name*1="…"`. The charset stands in the first section. */
const joinSections = (sections: Section[], hint: string | null): string => {
  sections.sort((one, other) => one.index - other.index);
  const charset = /^([^']*)'[^']*'/.exec(sections[0]?.encoded === true ? sections[0].value : '');
  const chunks = sections.map(({ encoded, value }, position) => {
    const bare = position === 0 && charset !== null ? value.slice(charset[0].length) : value;
    return encoded ? percentBytes(bare) : Buffer.from(bare, 'latin1');
  });
  const bytes = Buffer.concat(chunks);
  const label = charset === null || charset[1] === '' ? null : (charset[1] ?? null);
  return decodeEncodedWords(decodeBytes(bytes, label, hint));
};

const addSection = (
  sectioned: Map<string, Section[]>,
  match: RegExpExecArray,
  value: string,
): void => {
  const [, name = '', index, star] = match;
  const sections = sectioned.get(name) ?? [];
  sectioned.set(name, sections);
  if (sections.length < MAX_SECTIONS) {
    const encoded = index === undefined || star !== undefined;
    sections.push({ index: Number(index ?? 0), encoded, value });
  }
};

const collectParameters = (
  found: readonly RawParameter[],
  hint: string | null,
): ReadonlyMap<string, string> => {
  const plain = new Map<string, string>();
  const sectioned = new Map<string, Section[]>();
  for (const { name, value } of found) {
    const match = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/.exec(name);
    if (match !== null) {
      addSection(sectioned, match, value);
    } else if (!plain.has(name)) {
      plain.set(name, decodeEncodedWords(unicodeOfRaw(value, hint)));
    }
  }
  for (const [name, sections] of sectioned) {
    plain.set(name, joinSections(sections, hint));
  }
  return plain;
};

const noParameters: ReadonlyMap<string, string> = new Map();

/** A value with parameters (RFC 2045 §5.1, RFC 2183, RFC 2231), as broken as it may be. `whole`: one character an octet. */
export const readParameterized = (whole: string, hint: string | null = null): Parameterized => {
  const raw = whole.slice(0, MAX_LENGTH);
  const semicolon = raw.indexOf(';');
  const head = semicolon < 0 ? raw : raw.slice(0, semicolon);
  const value = head
    .slice(0, MAX_VALUE)
    .replace(/\([^)]*\)/g, '')
    .replace(/\s*\/\s*/, '/')
    .trim()
    .toLowerCase();
  if (semicolon >= 0) {
    return { value, parameters: collectParameters(readParameters(raw.slice(semicolon + 1)), hint) };
  }
  // `text/plain charset=utf-8`: the semicolon was forgotten.
  const space = value.search(/\s/);
  return space > 0 && value.includes('=')
    ? {
        value: value.slice(0, space),
        parameters: collectParameters(readParameters(raw.trim().slice(space)), hint),
      }
    : { value, parameters: noParameters };
};
