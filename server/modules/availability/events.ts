import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Somebody may be there now who was not, or the other way round; null: several, e.g. the rota has changed. */
export const availabilityChanged = defineEvent(
  'availability.changed',
  z.object({ userId: z.string().nullable() }),
);

const about = z.object({ absenceId: z.string(), userId: z.string() });

export const absenceBegan = defineEvent('absence.began', about);
export const absenceOver = defineEvent('absence.over', about);
/** Everything has been handed over, or given back, that had to be. */
export const absenceMoved = defineEvent(
  'absence.moved',
  about.extend({ handed: z.int(), returned: z.int(), kept: z.int() }),
);
