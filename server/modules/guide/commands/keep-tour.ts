import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { Tour, TourName, TourState } from '../schema.ts';
import { saveTour } from '../store.ts';

/** Remembers where somebody is in a tour, or that they have left it, for all of their devices. */
export const keepTour = defineCommand({
  name: 'guide.keep-tour',
  permission: 'self',
  input: z.strictObject({ tour: TourName, state: TourState, step: z.int().min(0).max(50) }),
  output: Tour,
  async run(ctx, { tour, state, step }) {
    const { kind, id } = ctx.actor;
    if (kind !== 'user' || id === null) {
      throw new Refusal('forbidden', 'session.needed');
    }
    await saveTour(ctx, { user_id: id, tour, state, step, at: ctx.now });
    return { tour, state, step };
  },
});
