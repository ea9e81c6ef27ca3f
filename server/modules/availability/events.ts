import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Somebody may be there now who was not, or the other way round; null: several, e.g. the rota has changed. */
export const availabilityChanged = defineEvent(
  'availability.changed',
  z.object({ userId: z.string().nullable() }),
);
