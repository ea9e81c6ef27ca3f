import type { Sequence } from './wanted.ts';
import { tokensOf } from '../../../kernel/words/tokens.ts';

/** Where in a text something was found, in UTF-16 units; the end is behind it. */
export type Mark = { readonly from: number; readonly to: number };

/** Words of a text that are forms of what was looked for; those that stand side by side become one mark. */
export function marksIn(text: string, stems: ReadonlySet<string>): Mark[] {
  const marks: Mark[] = [];
  for (const { stem, word, start, end } of tokensOf(text)) {
    if (stems.has(stem) || stems.has(word)) {
      const last = marks.at(-1);
      if (last && /^\s+$/.test(text.slice(last.to, start))) {
        marks[marks.length - 1] = { from: last.from, to: end };
      } else {
        marks.push({ from: start, to: end });
      }
    }
  }
  return marks;
}

/** The first place of each short text inside a longer one, without regard to case and "ё", with the ending of its word. */
export function placesIn(text: string, parts: readonly string[]): Mark[] {
  const folded = text.toLowerCase().replaceAll('ё', 'е');
  if (folded.length !== text.length) {
    return [];
  }
  const found = parts.flatMap((part) => {
    const from = part === '' ? -1 : folded.indexOf(part);
    const ending = /^\p{L}{0,3}(?!\p{L})/u.exec(folded.slice(from + part.length))?.[0] ?? '';
    return from === -1 ? [] : [{ from, to: from + part.length + ending.length }];
  });
  return found
    .toSorted((a, b) => a.from - b.from)
    .filter((mark, at, all) => at === 0 || mark.from >= (all[at - 1]?.to ?? 0));
}

export const stemsOf = (sequences: readonly Sequence[]): Set<string> =>
  new Set(sequences.flat().map(({ stem }) => stem));

const letter = (char: string): string => {
  if (char === 'е') {
    return '[еЕёЁ]';
  }
  const upper = char.toUpperCase();
  return upper === char || upper.length !== char.length ? char : `[${char}${upper}]`;
};

/** For PostgreSQL, whose own way to forget about case depends on how the database was made. Only letters and digits come in. */
const anyCase = (word: string): string => [...word].map(letter).join('');

const outside = '[^[:alnum:]]';

/** A regular expression that finds the beginning of one of the words in a text. */
export function beginningsPattern(stems: ReadonlySet<string>): string | null {
  const starts = [...new Set([...stems].map(startOf))]
    .filter((start) => /^[\p{L}\p{N}]+$/u.test(start))
    .slice(0, 40);
  return starts.length === 0 ? null : `(^|${outside})(${starts.map(anyCase).join('|')})`;
}

/** A regular expression for exactly these words in this order. */
export function exactPattern(words: readonly string[]): string {
  return `(^|${outside})${words.map(anyCase).join(`${outside}+`)}(${outside}|$)`;
}

/** Russian stems are beginnings; English ones may end with an "i" that the word writes as "y". */
const startOf = (stem: string) => (/^[a-z]{3,}i$/.test(stem) ? stem.slice(0, -1) : stem);

const nearest = 28;

/** A piece of a text begins and ends between words, where it was cut out of a longer one. */
export function trimmedExcerpt(
  cut: string,
  { begins, ends }: { begins: boolean; ends: boolean },
): string {
  let text = cut.toWellFormed();
  if (!begins) {
    const gap = text.slice(0, nearest).search(/\s/);
    text = gap === -1 ? text : text.slice(gap);
  }
  if (!ends) {
    const gap = text.slice(-nearest).search(/\s\S*$/);
    text = gap === -1 ? text : text.slice(0, text.length - Math.min(nearest, text.length) + gap);
  }
  return text.replaceAll(/\s+/g, ' ').trim();
}
