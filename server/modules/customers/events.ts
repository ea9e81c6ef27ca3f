import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

export const personAdded = defineEvent('person.added', z.object({ personId: z.string() }));
export const personChanged = defineEvent('person.changed', z.object({ personId: z.string() }));
const merge = z.object({ personId: z.string(), mergedId: z.string(), mergeId: z.string() });
/** `personId` is who stays; everything of `mergedId` follows. */
export const personMerged = defineEvent('person.merged', merge);
export const personMergeUndone = defineEvent('person.merge-undone', merge);
export const organizationAdded = defineEvent(
  'organization.added',
  z.object({ organizationId: z.string() }),
);
export const organizationChanged = defineEvent(
  'organization.changed',
  z.object({ organizationId: z.string() }),
);
