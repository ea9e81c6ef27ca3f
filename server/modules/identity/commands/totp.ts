import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { forgetActors } from '../forget-actors.ts';
import { ownSession } from '../own.ts';
import { hexHash } from '../schema.ts';
import { deleteSessions, setRecoveryCodes, spendTotpStep } from '../session-store.ts';
import { lockUser, saveUser } from '../store.ts';

/**
 * The second factor: a secret waits (begin) until a code made from it has been seen (confirm), then every
 * sign-in needs one, until the person switches it off (drop). Passwords and codes are checked by the routes,
 * which alone can open the sealed secret.
 */
export const beginTotp = defineCommand({
  name: 'begin-totp',
  permission: 'session',
  input: z.strictObject({ sealedSecret: z.string().min(1).max(1_000) }),
  output: z.null(),
  async run(ctx, { sealedSecret }) {
    const { workspaceId, userId } = ownSession(ctx.actor);
    const key = { workspaceId, id: userId };
    const row = await lockUser(ctx.tx, key);
    if (row.totp_enabled_at !== null) {
      throw new Refusal('not_allowed', 'totp.enabled');
    }
    await saveUser(ctx.tx, key, { totp_secret: sealedSecret, totp_last_step: 0 });
    return null;
  },
});

export const confirmTotp = defineCommand({
  name: 'confirm-totp',
  permission: 'session',
  input: z.strictObject({
    /** The secret the code was checked against: another one may have been begun meanwhile. */
    sealedSecret: z.string().max(1_000),
    step: z.int().positive(),
    recoveryHashes: z.array(hexHash()).length(10),
  }),
  output: z.null(),
  async run(ctx, { sealedSecret, step, recoveryHashes }) {
    const own = ownSession(ctx.actor);
    const key = { workspaceId: own.workspaceId, id: own.userId };
    const row = await lockUser(ctx.tx, key);
    if (row.totp_enabled_at !== null || row.totp_secret !== sealedSecret) {
      throw new Refusal('not_allowed', 'totp.not_begun');
    }
    if (!(await spendTotpStep(ctx.tx, own, step))) {
      throw new Refusal('not_allowed', 'totp.wrong_code');
    }
    await saveUser(ctx.tx, key, { totp_enabled_at: ctx.now });
    await setRecoveryCodes(
      ctx.tx,
      own,
      recoveryHashes.map((hash) => Buffer.from(hash, 'hex')),
    );
    // Whoever signed in elsewhere did it by the password alone.
    await deleteSessions(ctx.tx, own, { except: own.sessionId });
    await forgetActors(ctx, own.userId);
    note(ctx, 'totp.enabled');
    return null;
  },
});

export const dropTotp = defineCommand({
  name: 'drop-totp',
  permission: 'session',
  input: z.strictObject({}),
  output: z.null(),
  async run(ctx) {
    const own = ownSession(ctx.actor);
    const key = { workspaceId: own.workspaceId, id: own.userId };
    await lockUser(ctx.tx, key);
    await saveUser(ctx.tx, key, { totp_secret: null, totp_enabled_at: null });
    await setRecoveryCodes(ctx.tx, own, []);
    await forgetActors(ctx, own.userId);
    note(ctx, 'totp.disabled');
    return null;
  },
});

function note(ctx: CommandContext, action: string): void {
  const { id, name } = ctx.actor;
  ctx.audit({
    action,
    subject: { kind: 'user', id: id ?? '', name },
    before: null,
    after: null,
  });
}
