import { z } from 'zod';

/** Why something stands above the others. */
export const Why = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('words'), words: z.array(z.string()).readonly() }),
  z.object({ kind: z.literal('category'), count: z.int() }),
  z.object({ kind: z.literal('past'), count: z.int() }),
]);
