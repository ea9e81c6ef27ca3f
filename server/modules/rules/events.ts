import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

export const rulesChanged = defineEvent('rule.changed', z.object({ ruleId: z.string() }));
/** A rule wants some people to know something. */
export const ruleNotified = defineEvent(
  'ticket.notified-by-rule',
  z.object({
    ticketId: z.string(),
    ruleId: z.string(),
    rule: z.string(),
    userIds: z.array(z.string()),
    text: z.string(),
    /** Told at once, whatever hours they have chosen. */
    overridesQuiet: z.boolean().optional(),
  }),
);
export const effectFailed = defineEvent(
  'rule.effect-failed',
  z.object({
    ruleId: z.string(),
    rule: z.string().optional(),
    effectId: z.string(),
    ticketId: z.string(),
    problem: z.string(),
  }),
);
