import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** Added, changed or removed. */
export const templateChanged = defineEvent(
  'template.changed',
  z.object({ templateId: z.string() }),
);

export const macroChanged = defineEvent('macro.changed', z.object({ macroId: z.string() }));

const run = z.object({ ticketId: z.string(), macroId: z.string(), runId: z.string() });
/** The acts themselves have events of their own; this one says that they were one act. */
export const macroRun = defineEvent('ticket.macro-run', run);
export const macroUndone = defineEvent('ticket.macro-undone', run);
