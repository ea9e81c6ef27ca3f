import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { hexHash } from '../schema.ts';
import { insertSession, markSeen, spendRecoveryCode, spendTotpStep } from '../session-store.ts';
import { sessionMs } from '../sign-in/cookie.ts';
import { lockUser } from '../store.ts';

/** What the second factor came to; the check itself needs the sealed secret and happens before. */
const secondFactor = z
  .union([
    z.strictObject({ totpStep: z.int().positive() }),
    z.strictObject({ recoveryHash: hexHash() }),
  ])
  .nullable();

/** Signs the actor in: the password has been proven, and a code of the second factor is spent here. */
export const openSession = defineCommand({
  name: 'open-session',
  permission: 'session',
  input: z.strictObject({
    secretHash: hexHash(),
    userAgent: z.string().max(300).nullable(),
    secondFactor,
  }),
  output: z.object({ sessionId: z.uuid() }),
  async run(ctx, input) {
    const { tx, actor, now } = ctx;
    const userId = actor.id ?? '';
    const of = { workspaceId: actor.workspaceId, userId };
    const user = await lockUser(tx, { workspaceId: actor.workspaceId, id: userId });
    if (!user.active) {
      throw new Refusal('unauthenticated', 'session.wrong_credentials');
    }
    if (user.totp_enabled_at !== null) {
      await spend(input.secondFactor, {
        totp: (step) => spendTotpStep(tx, of, step),
        recovery: (hash) => spendRecoveryCode(tx, of, hash),
      });
    }
    const sessionId = newId();
    await insertSession(tx, {
      workspace_id: actor.workspaceId,
      id: sessionId,
      user_id: userId,
      secret_hash: Buffer.from(input.secretHash, 'hex'),
      user_agent: input.userAgent,
      ip: actor.ip,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + sessionMs),
    });
    await markSeen(tx, of, now);
    const recovered = input.secondFactor !== null && 'recoveryHash' in input.secondFactor;
    ctx.audit({
      action: 'session.opened',
      subject: { kind: 'user', id: userId, name: user.name },
      before: null,
      after: { userAgent: input.userAgent, ...(recovered && { recoveryCode: true }) },
    });
    return { sessionId };
  },
});

type Spending = {
  totp(step: number): Promise<boolean>;
  recovery(hash: Buffer): Promise<boolean>;
};

async function spend(factor: z.output<typeof secondFactor>, spending: Spending): Promise<void> {
  if (factor === null) {
    throw new Refusal('unauthenticated', 'session.code_needed');
  }
  const accepted =
    'totpStep' in factor
      ? await spending.totp(factor.totpStep)
      : await spending.recovery(Buffer.from(factor.recoveryHash, 'hex'));
  if (!accepted) {
    throw new Refusal('unauthenticated', 'session.wrong_code');
  }
}
