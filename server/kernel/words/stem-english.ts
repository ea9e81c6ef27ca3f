import { fourthStep, irregular, secondStep, thirdStep, whole } from './stem-english.data.ts';

/**
 * The stem that forms of an English word share, by the Snowball algorithm (Porter2,
 * snowballstem.org/algorithms/english): refund, refunds, refunded → refund. Lower case, without apostrophes.
 */
export function stemEnglish(word: string): string {
  if (word.length < 3) {
    return word;
  }
  const known = irregular.get(word);
  if (known !== undefined) {
    return known;
  }
  // A "y" that begins the word or follows a vowel is a consonant, written "Y" meanwhile.
  const marked = word.replace(/^y/, 'Y').replaceAll(/([aeiouy])y/g, '$1Y');
  const first = firstRegion(marked);
  const second = regionAfter(marked, first);
  const singular = withoutPlural(marked);
  if (whole.has(singular)) {
    return singular;
  }
  let stem = withSoftEnding(withoutPast(singular, first));
  stem = replaced(stem, first, secondStep, secondSpecial);
  stem = thirdEnding(stem, { first, second });
  stem = withoutSuffix(stem, second);
  return lastLetter(stem, { first, second }).toLowerCase();
}

const hasVowel = (text: string) => /[aeiouy]/.test(text);

function firstRegion(word: string): number {
  const special = /^(gener|commun|arsen)/.exec(word);
  return special ? special[0].length : regionAfter(word, 0);
}

function regionAfter(word: string, start: number): number {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(start));
  return found ? start + found.index + 2 : word.length;
}

/** A short syllable ends the word: "hop", "at", but not "bead", "fix", "snow". */
const endsShort = (word: string) =>
  /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word);
const isShort = (word: string, first: number) => first >= word.length && endsShort(word);

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) {
    return word.slice(0, -2);
  }
  if (/(ied|ies)$/.test(word)) {
    return word.slice(0, word.length > 4 ? -2 : -1);
  }
  if (/(us|ss)$/.test(word) || !word.endsWith('s')) {
    return word;
  }
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function withoutPast(word: string, first: number): string {
  const ee = /(eedly|eed)$/.exec(word);
  if (ee) {
    return ee.index >= first ? `${word.slice(0, ee.index)}ee` : word;
  }
  const found = /(ingly|edly|ing|ed)$/.exec(word);
  if (!found || !hasVowel(word.slice(0, found.index))) {
    return word;
  }
  const rest = word.slice(0, found.index);
  if (/(at|bl|iz)$/.test(rest)) {
    return `${rest}e`;
  }
  if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) {
    // "added", "egged", "erring" keep their double letter.
    return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  }
  return isShort(rest, first) ? `${rest}e` : rest;
}

const withSoftEnding = (word: string): string =>
  word.length > 2 && /[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word;

type Special = (word: string, first: number) => string | null;

const secondSpecial: Special = (word, first) => {
  if (word.endsWith('ogi') && word.length - 3 >= first) {
    return word.charAt(word.length - 4) === 'l' ? word.slice(0, -1) : word;
  }
  if (word.endsWith('li') && word.length - 2 >= first) {
    return /[cdeghkmnrt]li$/.test(word) ? word.slice(0, -2) : word;
  }
  return null;
};

function replaced(
  word: string,
  region: number,
  table: readonly (readonly [string, string])[],
  special: Special,
): string {
  for (const [ending, instead] of table) {
    if (word.endsWith(ending)) {
      const at = word.length - ending.length;
      return at >= region ? word.slice(0, at) + instead : word;
    }
  }
  return special(word, region) ?? word;
}

type Regions = { readonly first: number; readonly second: number };

function thirdEnding(word: string, { first, second }: Regions): string {
  if (word.endsWith('ative') && !word.endsWith('ational')) {
    return word.length - 5 >= second ? word.slice(0, -5) : word;
  }
  return replaced(word, first, thirdStep, () => null);
}

function withoutSuffix(word: string, second: number): string {
  const suffix = fourthStep.find((each) => word.endsWith(each));
  if (suffix !== undefined) {
    const at = word.length - suffix.length;
    return at >= second ? word.slice(0, at) : word;
  }
  return /[st]ion$/.test(word) && word.length - 3 >= second ? word.slice(0, -3) : word;
}

function lastLetter(word: string, { first, second }: Regions): string {
  const at = word.length - 1;
  if (word.endsWith('e')) {
    const goes = at >= second || (at >= first && !endsShort(word.slice(0, -1)));
    return goes ? word.slice(0, -1) : word;
  }
  return word.endsWith('ll') && at >= second ? word.slice(0, -1) : word;
}
