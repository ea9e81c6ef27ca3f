import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

export const demoLoaded = defineEvent('demo.loaded', z.object({ tickets: z.int() }));
/** Some of its tickets are gone; whoever keeps something of tickets lets go of it. */
export const demoTicketsRemoved = defineEvent(
  'demo.tickets-removed',
  z.object({ ticketIds: z.array(z.string()) }),
);
export const demoRemoved = defineEvent('demo.removed', z.object({}));
