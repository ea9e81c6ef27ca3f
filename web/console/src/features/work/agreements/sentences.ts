export type Token = {
  /** Lower case, "е" for "ё". */
  readonly word: string;
  readonly start: number;
  readonly end: number;
};
export type Sentence = { readonly text: string; readonly tokens: readonly Token[] };

/** A stop between digits belongs to them: 15.00, 25.12. So does one in "p.m.". */
const ends = /(?<!\d)[.](?=\s|$)|(?<=\d)[.](?=\s+\p{Lu}|\s*$)|[!?;\n]+/u;
const runs =
  /\p{L}+(?:['’-]\p{L}+)*|\d+(?:[:./-]\d+)*(?:-?(?:го|му|th|st|nd|rd|am|pm)(?!\p{L}))?/gu;

export function sentencesOf(text: string): Sentence[] {
  return text
    .replaceAll(/\b([ap])\.\s?m\b\.?/gi, '$1m')
    .split(ends)
    .map((part) => ({ text: part, tokens: tokensOf(part) }))
    .filter(({ tokens }) => tokens.length > 0);
}

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(runs)].map((match) => ({
    word: match[0].toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
