import { tokensOf } from '../../../kernel/words/tokens.ts';

/** A text as conditions read it: the places of each stem. */
export type ReadText = { readonly plain: string; readonly places: ReadonlyMap<string, number[]> };

/** More of a letter says nothing new about what it is about, and would cost the letter's path time. */
const longest = 20_000;

export function readText(text: string): ReadText {
  const cut = text.length > longest ? text.slice(0, longest) : text;
  const places = new Map<string, number[]>();
  let at = 0;
  for (const { stem } of tokensOf(cut)) {
    const known = places.get(stem);
    if (known) {
      known.push(at);
    } else {
      places.set(stem, [at]);
    }
    at += 1;
  }
  return { plain: cut.toLowerCase(), places };
}

/** "не работает касса": the stems of its words, which must follow each other. */
export type Phrase = readonly string[];

export const phraseOf = (text: string): Phrase => [...tokensOf(text)].map(({ stem }) => stem);

export function hasPhrase({ places }: ReadText, phrase: Phrase): boolean {
  const starts = places.get(phrase[0] ?? '');
  if (!starts || phrase.length === 1) {
    return starts !== undefined;
  }
  return starts.some((start) =>
    phrase.every((stem, by) => by === 0 || places.get(stem)?.includes(start + by)),
  );
}
