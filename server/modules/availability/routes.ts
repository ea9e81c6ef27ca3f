import { commandRoute, queryRoute, type Route } from '../../kernel/routes.ts';
import type { AvailabilityMemory } from './memory.ts';
import { setPresence } from './presence/set-presence.ts';
import { listAvailability } from './queries/list-availability.ts';

export const availabilityRoutes = (memory: AvailabilityMemory): readonly Route[] => [
  queryRoute('GET /availability', listAvailability(memory), {
    summary: 'Who is there now, who is away, absent or on duty',
  }),
  commandRoute('PUT /availability/me', setPresence, {
    summary: 'Say that one is away, or back',
  }),
];
