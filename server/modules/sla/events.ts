import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

/** `share`: of the time given, 1 when all of it is used. */
const about = z.object({
  ticketId: z.string(),
  target: z.string(),
  policyId: z.string(),
  share: z.number(),
});

/** A policy fits a ticket, or another one than before does; null: none any more. */
export const slaApplied = defineEvent(
  'sla.applied',
  z.object({
    ticketId: z.string(),
    policyId: z.string().nullable(),
    policy: z.string().nullable(),
  }),
);
export const slaWarned = defineEvent('sla.warned', about);
export const slaBreached = defineEvent('sla.breached', about);
export const slaMet = defineEvent('sla.met', about);
const several = z.object({ ticketId: z.string(), targets: z.array(z.string()) });
export const slaPaused = defineEvent('sla.paused', several);
export const slaResumed = defineEvent('sla.resumed', several);

export const slaPolicyChanged = defineEvent(
  'sla-policy.changed',
  z.object({ policyId: z.string() }),
);
