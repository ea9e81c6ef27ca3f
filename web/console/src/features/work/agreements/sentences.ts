import { linesOf } from './lines.ts';
import { spelt } from './mistyped.ts';
import { filler, spellOut } from './spell-out.ts';

export type Token = {
  /** Lower case, "е" for "ё". */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** Number of its part of the sentence: up to a comma, a dash or "but". */
  readonly clause: number;
  /** A comma or the like stands before it. */
  readonly parted: boolean;
};
export type Sentence = {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** It ends with "!". */
  readonly called: boolean;
};

/** A stop between digits belongs to them: 15.00, 25.12. */
const ends = /(?<!\d)[.](?=\s|$)|(?<=\d)[.](?=\s+\p{Lu}|\s*$)|[!?;\n]+/gu;
const runs =
  /(?:utc|gmt|мск|msk)\s?[+−-]\s?\d{1,2}(?::\d\d)?|\p{L}+(?:['’-]\p{L}+)*|\d+(?:[:./-]\d+)*(?:-?(?:го|ого|му|ому|ое|е|th|st|nd|rd|am|pm)(?!\p{L}))?/giu;

/** Longer ones are no words: keys, dumps. */
const longestWord = 40;
/** Longer ones are lists and dumps. */
const mostTokens = 80;

/** Read as they are asked for: the first ones mostly do. */
export function* sentencesOf(text: string): Generator<Sentence> {
  for (const line of linesOf(text)) {
    yield* inLine(line);
  }
}

function inLine(text: string): Sentence[] {
  const plain = spellOut(text);
  const found: Sentence[] = [];
  let start = 0;
  for (const end of [...plain.matchAll(ends), null]) {
    const stop = end?.index ?? plain.length;
    const tokens = tokensOf(plain.slice(start, stop)).slice(0, mostTokens);
    if (tokens.length > 0) {
      found.push({
        text: text.slice(start, stop),
        tokens,
        called: end?.[0].includes('!') ?? false,
      });
    }
    start = stop + (end?.[0].length ?? 0);
  }
  return found;
}

function tokensOf(text: string): Token[] {
  let clause = 0;
  let behind = 0;
  return [...text.matchAll(runs)].map((match) => {
    const said = match[0]
      .slice(0, longestWord)
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll('’', "'");
    // A price and a number of something are no days and no hours.
    const word = /[$€£₽№#]\s?$/.test(text.slice(behind, match.index)) ? `#${said}` : spelt(said);
    const parted = /[,:()—–]|\s-\s/.test(text.slice(behind, match.index));
    clause += parted || /^(а|но|but)$/.test(word) ? 1 : 0;
    behind = match.index + match[0].length;
    while (text[behind] === filler) {
      behind += 1;
    }
    return { word, start: match.index, end: behind, clause, parted };
  });
}
