import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';

/** A wrong password or code, for the audit log. The count that shuts the door is kept beside it. */
export const noteFailedSignIn = defineCommand({
  name: 'note-failed-sign-in',
  permission: 'session',
  input: z.strictObject({
    email: z.string().max(254),
    userId: z.uuid().nullable(),
    reason: z.enum(['wrong_credentials', 'wrong_code', 'deactivated']),
  }),
  output: z.null(),
  async run(ctx, { email, userId, reason }) {
    ctx.audit({
      action: 'session.refused',
      subject: { kind: 'user', id: userId ?? 'unknown', name: email },
      before: null,
      after: { reason },
    });
    return null;
  },
});
