import { normalWord, phoneDigits } from '../../../kernel/words/tokens.ts';

/** A card in one line, as it is compared: name, addresses, phones by their digits, all lower case. */
export function cardLine(name: string, points: readonly string[]): string {
  const digits = points.flatMap((point) =>
    /[@\p{L}]/u.test(point) ? [] : (phoneDigits(point) ?? []),
  );
  return [name, ...points, ...digits].map(comparable).join(' ').slice(0, 4_000);
}

/** Words keep what stands between them, so that "petrov@ro" is found in an address. */
export const comparable = (text: string): string =>
  text
    .replaceAll(/[\p{L}\p{M}\p{N}]+/gu, normalWord)
    .replaceAll(/\s+/g, ' ')
    .trim();
