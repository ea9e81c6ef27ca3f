import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { forgetActors } from '../forget-actors.ts';
import { ownSession } from '../own.ts';
import { passwordHash } from '../schema.ts';
import { deleteSessions } from '../session-store.ts';
import { lockUser, saveUser } from '../store.ts';

/** The current password has been proven by the route. */
export const changeOwnPassword = defineCommand({
  name: 'change-own-password',
  permission: 'session',
  input: z.strictObject({ passwordHash: passwordHash() }),
  output: z.null(),
  async run(ctx, input) {
    const own = ownSession(ctx.actor);
    const key = { workspaceId: own.workspaceId, id: own.userId };
    const { name } = await lockUser(ctx.tx, key);
    await saveUser(ctx.tx, key, { password_hash: input.passwordHash });
    await deleteSessions(ctx.tx, own, { except: own.sessionId });
    await forgetActors(ctx, own.userId);
    ctx.audit({
      action: 'user.password-changed',
      subject: { kind: 'user', id: own.userId, name },
      before: null,
      after: null,
    });
    return null;
  },
});
