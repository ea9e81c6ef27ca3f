import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { tellAvailability } from '../notice.ts';
import { deleteAway } from './away-store.ts';

/** The time to be back has come; whoever else looks finds it done. */
export const comeBack = defineCommand({
  name: 'availability.come-back',
  permission: 'availability.change',
  input: z.strictObject({ userId: z.string() }),
  output: z.object({}),

  async run(ctx, { userId }) {
    if (await deleteAway(ctx, userId, ctx.now)) {
      tellAvailability(ctx, userId);
    }
    return {};
  },
});
