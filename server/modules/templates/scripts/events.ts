import { z } from 'zod';
import { defineEvent } from '../../../kernel/events.ts';

/** Added, changed or removed. Named beside templates, whose live view tells of it. */
export const scriptChanged = defineEvent(
  'template.script-changed',
  z.object({ scriptId: z.string() }),
);
