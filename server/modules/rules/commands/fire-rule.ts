import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { applyTo, lockTicketForIntake } from '../../tickets/public.ts';
import { keyOf } from '../deciding/decide.ts';
import { momentOf } from '../queries/due-tickets.ts';
import { RuleMoment } from '../schema.ts';
import { noteTimer } from '../rule-store.ts';
import { passOwnMoment } from '../timers/own-moment.ts';

/** The time of a rule has come for a ticket. Under its lock: whether it still has, and whether nobody was quicker. */
export const fireRule = defineCommand({
  name: 'rules.fire',
  permission: 'rule.act',
  input: z.strictObject({
    ruleId: z.string(),
    ticketId: z.string(),
    since: RuleMoment,
    from: z.date(),
  }),
  output: z.object({ fired: z.boolean() }),
  async run(ctx, { ruleId, ticketId, since, from }) {
    const ticket = await lockTicketForIntake(ctx, ticketId);
    const isStill =
      ticket?.id === ticketId && momentOf(since, ticket)?.getTime() === from.getTime();
    if (!ticket || !isStill || !(await noteTimer(ctx, { ruleId, ticketId, since: from }))) {
      return { fired: false };
    }
    const after = await applyTo(ctx, ticket, {
      changes: {},
      occurrences: [{ kind: 'time', key: keyOf(ruleId) }],
    });
    await passOwnMoment(ctx, ruleId, after);
    return { fired: true };
  },
});
