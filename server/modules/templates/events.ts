import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Added, changed or removed. */
export const templateChanged = defineEvent(
  'template.changed',
  z.object({ templateId: z.string() }),
);
