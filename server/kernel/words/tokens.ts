import { stemEnglish } from './stem-english.ts';
import { stemRussian } from './stem-russian.ts';
import { stopWords } from './tokens.data.ts';

/**
 * Texts and questions become words in one and the same way: runs of letters and digits, lower case, "е" for "ё", no
 * accents, each brought to the stem of its own language. What stands between them ("-", "@", ".") only separates, so a
 * part of an address or of a number with letters is found too, and the whole is a phrase.
 */
export type Token = {
  /** What is compared: the stem. */
  readonly stem: string;
  /** As compared before stemming. */
  readonly word: string;
  /** Where it stands in the text, in UTF-16 units; the end is behind it. */
  readonly start: number;
  readonly end: number;
};

const runs = /[\p{L}\p{M}\p{N}]+/gu;
const plain = /^[0-9a-zа-я]+$/;
/** Longer runs are no words: keys, base64. Their beginning is enough to find them. */
const maxLength = 40;

/** The stems alone, where nobody asks for places: several times quicker than `tokensOf`. */
export function stemsOf(text: string): string[] {
  const stems: string[] = [];
  for (const run of text.match(runs) ?? []) {
    const { word, stem } = known.get(run) ?? read(run);
    if (word !== '') {
      stems.push(stem);
    }
  }
  return stems;
}

export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(runs)) {
    const [run] = match;
    const { word, stem } = known.get(run) ?? read(run);
    if (word !== '') {
      yield { stem, word, start: match.index, end: match.index + run.length };
    }
  }
}

type Read = { readonly word: string; readonly stem: string };
const known = new Map<string, Read>();
const remembered = 30_000;

/** Words repeat: remembering them makes reading a letter several times quicker. Numbers do not. */
function read(run: string): Read {
  const word = normalWord(run);
  const result = { word, stem: stemmed(word) };
  if (!/\d/.test(run)) {
    if (known.size >= remembered) {
      known.clear();
    }
    known.set(run, result);
  }
  return result;
}

/** Only the words that say something; those of a question that has no others stay. */
export function wordsOf(text: string): Token[] {
  const all = [...tokensOf(text)];
  const telling = all.filter(({ word }) => !isStopWord(word));
  return telling.length > 0 ? telling : all;
}

export const isStopWord = (word: string): boolean => stopWords.has(word);

/** Words and years are counted, numbers and codes are not: there is no end of them. */
export const isInDictionary = (stem: string): boolean => /^(?:\p{L}{1,30}|\d{1,4})$/u.test(stem);

export function normalWord(run: string): string {
  const lower = run.toLowerCase().slice(0, maxLength);
  if (plain.test(lower)) {
    return lower;
  }
  // "й" is a letter of its own, "ё" is written as "е" as often as not, other accents are dropped.
  return lower
    .normalize('NFKC')
    .replaceAll('ё', 'е')
    .replaceAll('й', '\0')
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll('\0', 'й')
    .toLowerCase()
    .toWellFormed();
}

function stemmed(word: string): string {
  if (/^[а-я]+$/.test(word)) {
    return stemRussian(word);
  }
  return /^[a-z]+$/.test(word) ? stemEnglish(word) : word;
}

/** What forms of the word begin with, for finding them in plain text; a short stem is no reason to find half the names. */
export function commonStart(word: string): string {
  const stem = stemmed(word);
  let length = 0;
  while (length < stem.length && stem[length] === word[length]) {
    length += 1;
  }
  return word.slice(0, Math.max(length, Math.min(3, word.length), word.length - 3));
}

const phoneShape = /\+?\d[\d\s().\-\u00a0]{8,22}\d/g;

/** Phone numbers in a text, each as its last ten digits: so +7, 8 and no prefix are the same. */
export function phonesIn(text: string): string[] {
  return [...text.matchAll(phoneShape)].flatMap(([found]) => phoneDigits(found) ?? []);
}

export function phoneDigits(text: string): string | null {
  const digits = text.replaceAll(/\D/g, '');
  return digits.length >= 10 && digits.length <= 15 ? digits.slice(-10) : null;
}
