import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { deleteRatesBefore } from '../letter-rate-store.ts';

const keptMs = 2 * 3_600_000;

/** How many letters an address sent in an hour is asked within that hour only. */
export const forgetLetterRates = defineCommand({
  name: 'channels.forget-letter-rates',
  permission: 'letter.receive',
  input: z.strictObject({}),
  output: z.object({}),
  async run(ctx) {
    await deleteRatesBefore(ctx, new Date(ctx.now.getTime() - keptMs));
    return {};
  },
});
