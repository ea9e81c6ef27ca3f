/** Texts of PostgreSQL's `tsquery` and `tsvector`; lexemes are quoted, so that nothing in them has a meaning. */
export const quoted = (lexeme: string): string =>
  `'${special.test(lexeme) ? lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''") : lexeme}'`;

const special = /['\\]/;

export type Weights = '' | 'A' | 'B' | 'C' | 'AB' | 'ABD';

/** The words one after the other; with gaps where words were left out. */
export function sequence(
  stems: readonly { readonly stem: string; readonly gap?: number }[],
  weights: Weights = '',
): string {
  return stems
    .map(({ stem, gap = 1 }, at) => (at === 0 ? '' : ` <${gap}> `) + one(stem, weights))
    .join('');
}

const one = (stem: string, weights: Weights) =>
  weights === '' ? quoted(stem) : `${quoted(stem)}:${weights}`;

export const anyOf = (parts: readonly string[]): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(' | ')})`;

export const allOf = (parts: readonly string[]): string =>
  parts.map((part) => `(${part})`).join(' & ');

export const not = (part: string): string => `!(${part})`;
