import { z } from 'zod';
import { defineCommand } from '../../../kernel/commands.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { id } from '../../../kernel/text.ts';
import { forgetActors } from '../forget-actors.ts';
import { ownSession } from '../own.ts';
import { deleteTokens } from '../session-store.ts';

export const revokeToken = defineCommand({
  name: 'revoke-token',
  permission: 'token.own',
  input: z.strictObject({ id: id() }),
  output: z.null(),
  async run(ctx, { id: tokenId }) {
    const own = ownSession(ctx.actor);
    const [gone] = await deleteTokens(ctx.tx, own, tokenId);
    if (!gone) {
      throw new Refusal('not_found', 'token.not_found');
    }
    await forgetActors(ctx, own.userId);
    ctx.audit({
      action: 'token.revoked',
      subject: { kind: 'token', id: tokenId, name: gone.name },
      before: { name: gone.name, scopes: gone.scopes },
      after: null,
    });
    return null;
  },
});
