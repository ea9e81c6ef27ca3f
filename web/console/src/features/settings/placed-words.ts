import { fieldWords, wordsOf } from '../../lib/problem.ts';

/**
 * What was refused, each where it was typed. What has no place among `fields` stands by the buttons, as `form`.
 * @returns words by field
 */
export function placedWords(error: unknown, fields: readonly string[]): Record<string, string> {
  const placed = Object.entries(fieldWords(error)).map(([at, words]) => {
    const [field = ''] = at.split('.');
    return [fields.includes(field) ? field : 'form', words];
  });
  return placed.length > 0 ? Object.fromEntries(placed) : { form: wordsOf(error).words };
}
