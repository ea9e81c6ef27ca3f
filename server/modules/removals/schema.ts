import { z } from 'zod';

export const Restored = z
  .object({ kind: z.string(), id: z.string(), name: z.string() })
  .meta({ id: 'Restored' });

export const Removal = z
  .object({
    id: z.string(),
    kind: z.string(),
    /** The thing that was removed; it comes back under this id. */
    subjectId: z.string(),
    name: z.string(),
    removedAt: z.string(),
    removedBy: z.string(),
    /** Until when it can be put back. */
    keptUntil: z.string(),
  })
  .meta({ id: 'Removal' });
