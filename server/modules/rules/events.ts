import { z } from 'zod';
import { defineEvent } from '../../kernel/events.ts';

export const rulesChanged = defineEvent('rule.changed', z.object({ ruleId: z.string() }));
export const effectFailed = defineEvent(
  'rule.effect-failed',
  z.object({
    ruleId: z.string(),
    effectId: z.string(),
    ticketId: z.string(),
    problem: z.string(),
  }),
);
