import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Condition } from './condition.ts';
import { findConditionProblems } from './queries/condition-problems.ts';
import { findMatching, Matching } from './queries/list-matching.ts';

/**
 * Which tickets a condition holds for, as it would be asked now: by the very function that will be asked. It writes nothing; a
 * condition is too long for an address, so it comes as a body.
 */
export const matchTickets = defineCommand({
  name: 'tickets.match',
  permission: 'ticket.read',
  input: z.strictObject({ condition: Condition, scope: z.enum(['open', 'all']).default('open') }),
  output: Matching,
  async run({ tx, actor, now, contributions }, { condition, scope }) {
    const problems = await findConditionProblems(tx, actor.workspaceId, condition);
    return {
      ...(await findMatching(tx, { actor, now, contributions }, { condition, scope })),
      problems,
    };
  },
});
