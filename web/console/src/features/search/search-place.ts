import type { Kind } from './search-queries.ts';

export type SearchPlace = { q?: string | undefined; kind?: Kind | undefined };

const kinds: ReadonlySet<string> = new Set<Kind>(['ticket', 'person', 'organization']);
/** As much as the server takes. */
export const longest = 2_000;

/** What the address may say; anything else in it is dropped. */
export function parseSearchPlace(search: Record<string, unknown>): SearchPlace {
  const { q, kind } = search;
  const text = typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, longest) : '';
  return {
    ...(text && { q: text }),
    ...(typeof kind === 'string' && kinds.has(kind) && { kind: kind as Kind }),
  };
}
