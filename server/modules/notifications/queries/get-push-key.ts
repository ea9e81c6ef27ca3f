import { z } from 'zod';
import { defineQuery } from '../../../kernel/queries.ts';

/** By which a browser is subscribed. */
export const getPushKey = (publicKey: () => string) =>
  defineQuery({
    name: 'notifications.push-key',
    permission: 'self',
    input: z.strictObject({}),
    output: z.object({ publicKey: z.string() }),
    run: async () => ({ publicKey: publicKey() }),
  });
