import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { readPolicies } from '../queries/read-policies.ts';
import { recalculation } from '../queue.data.ts';

/** Something that clocks count by has changed: open tickets are looked at again in the background. */
export const lookAgain = defineCommand({
  name: 'sla.look-again',
  permission: 'sla.change',
  input: z.strictObject({}),
  output: z.null(),
  async run(ctx) {
    const { workspaceId } = ctx.actor;
    if ((await readPolicies(ctx.tx, workspaceId)).length > 0) {
      ctx.enqueue({ queue: recalculation.name, payload: {}, key: workspaceId });
    }
    return null;
  },
});
