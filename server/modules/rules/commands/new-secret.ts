import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { saveSecret } from '../rule-store.ts';

/** What webhooks are signed with from now on; shown once. */
export const newSecret = ({ seal }: { seal(text: string): string }) =>
  defineCommand({
    name: 'rules.new-secret',
    permission: 'rule.change',
    input: z.strictObject({}),
    output: z.object({ secret: z.string() }),
    async run(ctx) {
      const secret = randomBytes(32).toString('base64url');
      await saveSecret(ctx, seal(secret));
      ctx.audit({
        action: 'rule.secret-made',
        subject: { kind: 'rule', id: ctx.actor.workspaceId, name: 'webhook' },
        before: null,
        after: null,
      });
      return { secret };
    },
  });
