import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

export const personAdded = defineEvent('person.added', z.object({ personId: z.string() }));
export const personChanged = defineEvent('person.changed', z.object({ personId: z.string() }));
export const organizationAdded = defineEvent(
  'organization.added',
  z.object({ organizationId: z.string() }),
);
export const organizationChanged = defineEvent(
  'organization.changed',
  z.object({ organizationId: z.string() }),
);
