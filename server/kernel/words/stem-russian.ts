import * as endings from './stem-russian.data.ts';

/**
 * The stem that forms of a Russian word share, by the Snowball algorithm (snowballstem.org/algorithms/russian):
 * заявка, заявки, заявкой → заявк. Lower case, "е" for "ё".
 */
export function stemRussian(word: string): string {
  const firstVowel = word.search(vowel);
  if (firstVowel === -1) {
    return word;
  }
  const region = firstVowel + 1;
  const second = afterSyllable(word, afterSyllable(word, 0));
  let stem = cut(word, region, perfectiveGerund) ?? inflection(word, region);
  if (stem.endsWith('и') && stem.length > region) {
    stem = stem.slice(0, -1);
  }
  stem = cut(stem, second, derivational) ?? stem;
  return tidied(stem, region);
}

const vowel = /[аеиоуыэюя]/;

/** Behind the first consonant that follows a vowel, counted from `start`. */
function afterSyllable(word: string, start: number): number {
  const found = /[аеиоуыэюя][^аеиоуыэюя]/.exec(word.slice(start));
  return found ? start + found.index + 2 : word.length;
}

function inflection(word: string, region: number): string {
  const plain = cut(word, region, reflexive) ?? word;
  const bare = cut(plain, region, adjective);
  if (bare !== null) {
    return cut(bare, region, participle) ?? bare;
  }
  return cut(plain, region, verb) ?? cut(plain, region, noun) ?? plain;
}

function tidied(word: string, region: number): string {
  const single = (text: string) =>
    text.endsWith('нн') && text.length - 1 > region ? text.slice(0, -1) : text;
  const shorter = cut(word, region, superlative);
  if (shorter !== null) {
    return single(shorter);
  }
  if (word.endsWith('нн')) {
    return single(word);
  }
  return word.endsWith('ь') && word.length > region ? word.slice(0, -1) : word;
}

/** The longest first, as the algorithm takes it: when its condition fails, no shorter one is tried. */
type Ending = { readonly text: string; readonly afterA: boolean };

function longestFirst({ afterA, any }: { afterA: string; any: string }): readonly Ending[] {
  const list = (texts: string, needs: boolean) =>
    texts.split(' ').flatMap((text) => (text ? [{ text, afterA: needs }] : []));
  return [...list(afterA, true), ...list(any, false)].toSorted(
    (a, b) => b.text.length - a.text.length,
  );
}

const perfectiveGerund = longestFirst(endings.perfectiveGerund);
const adjective = longestFirst(endings.adjective);
const participle = longestFirst(endings.participle);
const reflexive = longestFirst(endings.reflexive);
const verb = longestFirst(endings.verb);
const noun = longestFirst(endings.noun);
const superlative = longestFirst(endings.superlative);
const derivational = longestFirst(endings.derivational);

/** Without its ending, which must lie behind `region`; null when it has none of them. */
function cut(word: string, region: number, list: readonly Ending[]): string | null {
  for (const { text, afterA } of list) {
    const at = word.length - text.length;
    if (at < region || !word.endsWith(text)) {
      continue;
    }
    const before = at > region ? word.charAt(at - 1) : '';
    return !afterA || before === 'а' || before === 'я' ? word.slice(0, at) : null;
  }
  return null;
}
