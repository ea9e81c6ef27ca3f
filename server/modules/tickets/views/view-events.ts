import { z } from 'zod';
import { defineEvent } from '../../../kernel/events.ts';

const view = z.object({
  viewId: z.string(),
  sharing: z.enum(['own', 'team', 'everybody']),
  ownerId: z.string(),
  teamId: z.string().nullable(),
});

export const viewSaved = defineEvent('view.saved', view);
export const viewDeleted = defineEvent('view.deleted', view);
