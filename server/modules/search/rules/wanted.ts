import { editDistance, forgivenEdits } from './distance.ts';
import { otherLayout } from './layout.ts';
import type { Clause } from './question.ts';
import { isStopWord, tokensOf, type Token } from '../../../kernel/words/tokens.ts';

/** A clause of a question in the words that are really there. */
export type Wanted = {
  readonly clause: Clause;
  /** Any of them; each is words that follow one another. */
  readonly sequences: readonly Sequence[];
  /** As they are written, in the reading that was chosen. */
  readonly words: readonly string[];
  /** What was looked for instead of what was typed. */
  readonly meant: { readonly text: string; readonly why: 'layout' | 'typo' } | null;
};

export type Sequence = readonly { readonly stem: string; readonly gap: number }[];

export type Reading = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly why: 'layout' | null;
};

/** As typed, and as the same keys read in the other layout. */
export function readingsOf({ text, kind }: Clause): Reading[] {
  const own: Reading = { text, tokens: [...tokensOf(text)], why: null };
  const other = kind === 'phone' ? null : otherLayout(text);
  const tokens = other === null ? [] : [...tokensOf(other)];
  return other === null || tokens.length === 0
    ? [own]
    : [own, { text: other, tokens, why: 'layout' }];
}

export type Dictionary = {
  /** In about how many tickets a stem stands. */
  readonly counts: ReadonlyMap<string, number>;
  /** Words of the dictionary that look like a stem which is not in it, the best first. */
  readonly near: ReadonlyMap<string, readonly string[]>;
  /** Words that begin as the last one does while it is being typed. */
  readonly begun: readonly string[];
};

/** Only for words of some letters it says something that nobody has written them. */
export const isGuessable = ({ stem, word }: Token): boolean =>
  /^\p{L}{3,30}$/u.test(stem) && !isStopWord(word);

export function wantedOf(clause: Clause, dictionary: Dictionary): Wanted {
  const readings = readingsOf(clause);
  const isKnown = (token: Token) => !isGuessable(token) || dictionary.counts.has(token.stem);
  const sound = readings.find(
    ({ tokens, why }) => tokens.every(isKnown) && (why === null || tokens.some(isGuessable)),
  );
  const begun = dictionary.begun.map((stem): Sequence => [{ stem, gap: 1 }]);
  if (sound) {
    const { text, tokens, why } = sound;
    const meant = why && { text, why };
    return { clause, sequences: [sequenceOf(tokens), ...begun], words: wordsIn(tokens), meant };
  }
  const own = readings[0]?.tokens ?? [];
  const words = wordsIn(own);
  if (begun.length > 0) {
    return { clause, sequences: begun, words, meant: null };
  }
  const mended = clause.kind === 'words' ? mendedOf(readings, { dictionary, isKnown }) : null;
  return mended
    ? { clause, sequences: mended.sequences, words, meant: { text: mended.text, why: 'typo' } }
    : { clause, sequences: [sequenceOf(own)], words, meant: null };
}

const wordsIn = (tokens: readonly Token[]) => tokens.map(({ word }) => word);

type Knowing = { readonly dictionary: Dictionary; isKnown(token: Token): boolean };

/** The first reading whose unknown words all have a neighbour. */
function mendedOf(readings: readonly Reading[], { dictionary, isKnown }: Knowing) {
  for (const { tokens } of readings) {
    const choices = tokens.map((token) =>
      isKnown(token) ? [token.stem] : (dictionary.near.get(token.stem) ?? []).slice(0, 4),
    );
    if (choices.every((list) => list.length > 0)) {
      const firsts = choices.map((list) => list[0] ?? '');
      const widest = Math.max(...choices.map((list) => list.length));
      const sequences = Array.from({ length: widest }, (_, at) =>
        choices.map((list) => ({ stem: list[at] ?? list[0] ?? '', gap: 1 })),
      );
      return { sequences, text: firsts.join(' ') };
    }
  }
  return null;
}

/** Words left out of the index leave a gap, so that "вопрос по тарифу" is still one phrase. */
function sequenceOf(tokens: readonly Token[]): Sequence {
  const sequence: { stem: string; gap: number }[] = [];
  let gap = 1;
  for (const { stem, word } of tokens) {
    if (isStopWord(word)) {
      gap += 1;
    } else {
      sequence.push({ stem, gap: sequence.length === 0 ? 1 : gap });
      gap = 1;
    }
  }
  return sequence;
}

/** Those of the candidates that a slip of the finger explains, the nearest and commonest first. */
export function neighbours(
  stem: string,
  candidates: readonly { readonly word: string; readonly n: number }[],
): { readonly word: string; readonly n: number }[] {
  const most = forgivenEdits(stem.length);
  const near = candidates
    .map(({ word, n }) => ({ word, n, distance: editDistance(stem, word, most) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance || b.n - a.n);
  return near.filter(({ distance }) => distance === near[0]?.distance);
}
