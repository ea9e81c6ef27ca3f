import { z } from 'zod';
import { defineCommand, type CommandContext } from '../../../kernel/commands.ts';
import { invalid, Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { time } from '../../../kernel/text.ts';
import { ownSession } from '../own.ts';
import { mustCover } from '../rules.ts';
import { apiToken, hexHash, permissionKeys, shortName } from '../schema.ts';
import { insertToken } from '../session-store.ts';
import type { AllTables } from '../tables.ts';

const mostTokens = 100;

/** The secret is made, shown once and forgotten by the route; only its hash comes here. */
export const makeToken = defineCommand({
  name: 'make-token',
  permission: 'token.own',
  input: z.strictObject({
    name: shortName(),
    scopes: permissionKeys().min(1),
    expiresAt: time().nullable().optional(),
    secretHash: hexHash(),
    prefix: z.string().max(20),
  }),
  output: apiToken,
  async run(ctx, input) {
    const { tx, actor, now } = ctx;
    const { workspaceId, userId } = ownSession(actor);
    const scopes = [...new Set(input.scopes)];
    mustCover(actor, { permissions: scopes, scope: 'teams' }, 'role.beyond_own');
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
    if (expiresAt && expiresAt <= now) {
      throw invalid('expiresAt', 'past');
    }
    await mustHaveRoom(ctx, userId);
    const id = newId();
    await insertToken(tx, {
      workspace_id: workspaceId,
      id,
      user_id: userId,
      name: input.name,
      scopes,
      secret_hash: Buffer.from(input.secretHash, 'hex'),
      prefix: input.prefix,
      expires_at: expiresAt,
      last_used_at: null,
      created_at: now,
    });
    const shown = { name: input.name, scopes, expiresAt: expiresAt?.toISOString() ?? null };
    ctx.audit({
      action: 'token.made',
      subject: { kind: 'token', id, name: input.name },
      before: null,
      after: shown,
    });
    return { id, ...shown, lastUsedAt: null, createdAt: now.toISOString(), prefix: input.prefix };
  },
});

async function mustHaveRoom({ tx, actor }: CommandContext, userId: string): Promise<void> {
  const { count } = await tx
    .withTables<AllTables>()
    .selectFrom('api_token')
    .select((build) => build.fn.countAll<number>().as('count'))
    .where('workspace_id', '=', actor.workspaceId)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  if (count >= mostTokens) {
    throw new Refusal('not_allowed', 'token.too_many');
  }
}
