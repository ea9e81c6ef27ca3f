import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { defineSubscriber } from '../../../kernel/subscribers.ts';
import { userChanged } from '../../identity/public.ts';
import { tellAvailability } from '../notice.ts';

const forget = defineCommand({
  name: 'availability.forget',
  permission: 'availability.change',
  input: z.strictObject({ userId: z.string() }),
  output: z.null(),
  async run(ctx, { userId }) {
    tellAvailability(ctx, userId);
    return null;
  },
});

/** Whoever leaves is nobody's substitute any more; whoever gets another name is called by it. */
export const forgetOnUserChanged = defineSubscriber({
  name: 'availability.forget-on-user-changed',
  on: userChanged,
  when: ({ fields }) => fields.includes('active') || fields.includes('name'),
  handle: async ({ event, execute }) =>
    void (await execute(forget, { userId: event.payload.userId })),
});
