import { z } from 'zod';
import { defineCommand } from '../../../../kernel/commands.ts';
import { Refusal } from '../../../../kernel/errors.ts';
import { countSubmission, forgetSubmissions } from '../form-store.ts';
import { FormLimits } from '../schema.ts';

const windowMs = 15 * 60_000;

/**
 * Counts before anything of a submission is read, so that a flood costs little.
 * @throws Refusal 429 `submission.too_many` with the seconds to wait
 */
export const admitSubmission = defineCommand({
  name: 'channels.admit-submission',
  permission: 'letter.receive',
  input: z.strictObject({
    channelId: z.string(),
    address: z.string().max(100),
    limits: FormLimits,
  }),
  output: z.object({}),
  async run(ctx, { channelId, address, limits }) {
    const at = ctx.now.getTime();
    const windowAt = new Date(at - (at % windowMs));
    const ofAddress = await countSubmission(ctx, { source: `${channelId} ${address}`, windowAt });
    const ofForm = await countSubmission(ctx, { source: channelId, windowAt });
    if (ofForm % 50 === 1) {
      await forgetSubmissions(ctx, new Date(at - 2 * windowMs));
    }
    if (ofAddress > limits.perAddress || ofForm > limits.inAll) {
      const waitMs = windowAt.getTime() + windowMs - at;
      throw new Refusal('too_many', 'submission.too_many', {
        retryAfterSeconds: Math.ceil(waitMs / 1000),
      });
    }
    return {};
  },
});
