import { stemsOf } from '../../../kernel/words/tokens.ts';

/**
 * A text as plain texts are compared: without case, "е" for "ё", one form of a letter that has two. Each sign becomes one or
 * none, so that the database can do the same.
 */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('ς', 'σ')
    // What JavaScript leaves of "İ".
    .replaceAll('\u0307', '');

/** A text as conditions read it: its stems in their order, and where each of them stands first. */
export type ReadText = {
  /** Folded. */
  readonly plain: string;
  readonly stems: readonly string[];
  readonly first: ReadonlyMap<string, number>;
};

/** More of a letter says nothing new about what it is about, and would cost the letter's path time. */
const longest = 20_000;

export function readText(text: string): ReadText {
  const cut = text.length > longest ? text.slice(0, longest) : text;
  const stems = stemsOf(cut);
  const first = new Map<string, number>();
  for (let at = stems.length - 1; at >= 0; at -= 1) {
    first.set(stems[at] as string, at);
  }
  let plain: string | undefined;
  return {
    stems,
    first,
    // Few conditions ask for it.
    get plain() {
      return (plain ??= folded(cut));
    },
  };
}

/** "не работает касса": the stems of its words, which must follow each other. */
export type Phrase = readonly string[];

export const phraseOf = (text: string): Phrase => stemsOf(text);

export function hasPhrase({ stems, first }: ReadText, phrase: Phrase): boolean {
  const begin = phrase[0] ?? '';
  const found = first.get(begin);
  if (found === undefined || phrase.length === 1) {
    return found !== undefined;
  }
  for (let start = found; start !== -1; start = stems.indexOf(begin, start + 1)) {
    if (phrase.every((stem, by) => stems[start + by] === stem)) {
      return true;
    }
  }
  return false;
}
