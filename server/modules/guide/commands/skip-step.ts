import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { StepName } from '../schema.ts';
import { setSkipped } from '../store.ts';

/** A company that does not want a first step is not asked for it again, until it is taken back. */
export const skipStep = defineCommand({
  name: 'guide.skip-step',
  permission: 'workspace.change',
  input: z.strictObject({ step: StepName, skipped: z.boolean() }),
  output: z.object({ step: StepName, skipped: z.boolean() }),
  async run(ctx, { step, skipped }) {
    await setSkipped(ctx, { step, skippedAt: skipped ? ctx.now : null });
    return { step, skipped };
  },
});
