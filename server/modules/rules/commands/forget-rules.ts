import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { tellRules } from '../rule-store.ts';

/** Something that rules may name has gone: they are compiled anew, without it. */
export const forgetRules = defineCommand({
  name: 'rules.forget',
  permission: 'rule.act',
  input: z.strictObject({}),
  output: z.null(),
  async run(ctx) {
    tellRules(ctx);
    return null;
  },
});
