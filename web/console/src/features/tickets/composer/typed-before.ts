export type Typed = { sign: '/' | '@'; words: string; length: number };

const trigger = /(?:^|\s)([/@])([^\s/@]*)$/u;

/** The sign that opens a menu, and what was typed after it; null inside of an address or a path. */
export function typedBefore(before: string): Typed | null {
  const [, sign, words = ''] = trigger.exec(before) ?? [];
  return sign === '/' || sign === '@' ? { sign, words, length: words.length + 1 } : null;
}

export const markOf = (typed: Typed | null): string => (typed ? typed.sign + typed.words : '');
