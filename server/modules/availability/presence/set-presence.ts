import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { time } from '../../../kernel/text.ts';
import { tellAvailability } from '../notice.ts';
import { deleteAway, saveAway } from './away-store.ts';

const longestAwayMs = 31 * 24 * 3_600_000;

/** Said by oneself, e.g. for lunch; what lasts longer is an absence, which hands work over. */
export const setPresence = defineCommand({
  name: 'availability.set-presence',
  permission: 'self',
  input: z.strictObject({
    state: z.enum(['available', 'away']),
    /** When one means to be back; null: until one says so. */
    until: time().nullable().default(null),
  }),
  output: z.object({ state: z.enum(['available', 'away']), until: z.iso.datetime().nullable() }),

  async run(ctx, { state, until }) {
    const { id } = ctx.actor;
    if (id === null) {
      throw new Refusal('not_allowed', 'user.not_found');
    }
    if (state === 'available') {
      await deleteAway(ctx, id);
      tellAvailability(ctx, id);
      return { state, until: null };
    }
    const back = until === null ? null : timeAhead(until, ctx.now);
    await saveAway(ctx, id, back);
    tellAvailability(ctx, id);
    return { state, until: back?.toISOString() ?? null };
  },
});

function timeAhead(until: string, now: Date): Date {
  const at = new Date(until);
  if (at <= now) {
    throw invalid('until', 'past');
  }
  if (at.getTime() - now.getTime() > longestAwayMs) {
    throw invalid('until', 'too_far');
  }
  return at;
}
