import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';
import { EscalationAct } from './escalation/schema.ts';

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
/** A step of escalation, at most once in a round of a clock: whom it tells, and what it asks for. */
export const slaEscalated = defineEvent(
  'sla.escalated',
  z.object({
    ticketId: z.string(),
    step: z.string(),
    /** Of the step in its policy, from 1. */
    number: z.int(),
    policyId: z.string(),
    target: z.string(),
    recipients: z.array(z.string()),
    /** Those of them who are on duty now. */
    onDuty: z.array(z.string()),
    /** Told at once, also in quiet hours. */
    overridesQuiet: z.boolean(),
    acts: z.array(EscalationAct),
  }),
);
const several = z.object({
  ticketId: z.string(),
  targets: z.array(z.string()),
  /** The status in which the clocks stand or go on; `merged`: a part of another ticket. Not in what was told before 0033. */
  status: z.string().optional(),
  /** In whose own words that is, where it is the company's own status. */
  ownStatusId: z.string().optional(),
  /** By target. */
  usedMinutes: z.record(z.string(), z.number()).optional(),
});
export const slaPaused = defineEvent('sla.paused', several);
export const slaResumed = defineEvent('sla.resumed', several);

export const slaPolicyChanged = defineEvent(
  'sla-policy.changed',
  z.object({ policyId: z.string() }),
);
