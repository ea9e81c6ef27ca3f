import { z } from 'zod';
import { time } from '../../kernel/text.ts';
import { likenessCodes } from './matching/likeness.ts';
import { Person, Ref } from './schema.ts';

export const Likeness = z
  .object({ code: z.enum(likenessCodes), own: z.string(), other: z.string() })
  .meta({ id: 'Likeness' });

/** Somebody who may be the same person as the one asked about. */
export const Duplicate = z
  .object({ person: Person, reasons: z.array(Likeness), strength: z.int(), different: z.boolean() })
  .meta({ id: 'Duplicate' });

export const DuplicatePair = z
  .object({
    person: Person,
    other: Person,
    reasons: z.array(Likeness),
    strength: z.int(),
    foundAt: time(),
  })
  .meta({ id: 'DuplicatePair' });

export const Merge = z
  .object({
    id: z.string(),
    kept: Ref,
    merged: Ref,
    contacts: z.array(z.object({ kind: z.string(), value: z.string() })),
    mergedAt: time(),
    mergedBy: z.string(),
    undoneAt: time().nullable(),
  })
  .meta({ id: 'Merge' });
export type Merge = z.infer<typeof Merge>;
