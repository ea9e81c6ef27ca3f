import { comparable } from './card-line.ts';
import { otherLayout } from './layout.ts';
import type { Clause } from './question.ts';
import { commonStart, isStopWord, phoneDigits, tokensOf } from '../../../kernel/words/tokens.ts';

/** What a card's line must hold, as one reading of a question says it. */
export type CardQuestion = {
  /** Pieces of the line, the longest first. */
  readonly parts: readonly string[];
  /** The whole as it would stand at the beginning of a name. */
  readonly whole: string;
};

/** As typed, and in the other layout where that is possible. Empty when there is nothing to look for. */
export function cardQuestions(clauses: readonly Clause[]): CardQuestion[] {
  const own = cardQuestion(clauses.map(({ text }) => text));
  const other = clauses.map(({ text }) => otherLayout(text) ?? text);
  const isOther = other.some((text, at) => text !== clauses[at]?.text);
  return [own, ...(isOther ? [cardQuestion(other)] : [])].filter(({ parts }) => parts.length > 0);
}

function cardQuestion(texts: readonly string[]): CardQuestion {
  const parts = [...new Set(texts.flatMap(partsOf))].slice(0, 8);
  return {
    parts: parts.toSorted((a, b) => b.length - a.length),
    whole: comparable(texts.join(' ')),
  };
}

function partsOf(text: string): string[] {
  const digits = phoneDigits(text);
  if (digits !== null && !/\p{L}/u.test(text)) {
    return [digits];
  }
  if (/^[\d\s().+-]*$/.test(text)) {
    return [text.replaceAll(/\D/g, '')].filter(Boolean);
  }
  const tokens = [...tokensOf(text)];
  if (/[\p{L}\p{N}][@._-]|@/u.test(text)) {
    return [comparable(text)];
  }
  return tokens.filter(({ word }) => !isStopWord(word)).map(({ word }) => commonStart(word));
}

/** For `like`: anywhere in the line. */
export const anywhere = (part: string): string =>
  `%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/** How well a line fits: as it begins, at the beginning of its words, or somewhere. */
export function cardScore(line: string, { parts, whole }: CardQuestion): number {
  if (line.startsWith(whole)) {
    return 3;
  }
  return parts.every((part) => ` ${line}`.includes(` ${part}`)) ? 2 : 1;
}
