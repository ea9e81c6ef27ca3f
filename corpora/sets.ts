import type { CorpusSet } from './corpus-set.ts';

/** Every set that `npm run test:corpora` tries, one a line. */
export const corpusSets: readonly CorpusSet[] = [];
