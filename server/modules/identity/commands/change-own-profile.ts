import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { userChanged } from '../events.ts';
import { forgetActors } from '../forget-actors.ts';
import { ownSession } from '../own.ts';
import { differenceOf } from '../rules.ts';
import { locale, ownUser, personName, theme } from '../schema.ts';
import { lockUser, saveUser } from '../store.ts';

export const changeOwnProfile = defineCommand({
  name: 'change-own-profile',
  permission: 'session',
  input: z.strictObject({
    name: personName().optional(),
    locale: locale.optional(),
    theme: theme.optional(),
  }),
  output: ownUser,
  async run(ctx, change) {
    const { workspaceId, userId } = ownSession(ctx.actor);
    const key = { workspaceId, id: userId };
    const row = await lockUser(ctx.tx, key);
    const before = { name: row.name, locale: row.locale, theme: row.theme };
    const difference = differenceOf(before, change);
    const after = { ...before, ...difference?.after };
    if (difference) {
      await saveUser(ctx.tx, key, after);
      await forgetActors(ctx, userId);
      ctx.emit(userChanged, { userId, fields: Object.keys(difference.after) });
      ctx.audit({
        action: 'user.changed',
        subject: { kind: 'user', id: userId, name: after.name },
        ...difference,
      });
    }
    return { id: userId, email: row.email, ...after };
  },
});
