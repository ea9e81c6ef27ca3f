import type { Actor } from '../../../kernel/actor.ts';
import type { Reader } from '../../../kernel/database.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { attemptLivesMs, type OAuthTables } from '../oauth-tables.ts';
import type { Grant, Sealing } from '../settings.ts';

/**
 * The tokens of a sign-in that this person has just finished, left where they are; null when none is named.
 * @throws Refusal `oauth.attempt_unknown` for anybody else's, an old or an unfinished one
 */
export async function readGrant(
  { secrets }: Pick<Sealing, 'secrets'>,
  db: Reader,
  { actor, grant, now }: { actor: Actor; grant: string | undefined; now: Date },
): Promise<(Grant & { address: string | null }) | null> {
  if (grant === undefined) {
    return null;
  }
  const row = await db
    .withTables<OAuthTables>()
    .selectFrom('oauth_attempt')
    .select(['provider', 'tokens', 'address'])
    .where('workspace_id', '=', actor.workspaceId)
    .where('state', '=', grant)
    .where('user_id', '=', actor.id)
    .where('created_at', '>=', new Date(now.getTime() - attemptLivesMs))
    .executeTakeFirst();
  if (!row?.tokens) {
    throw new Refusal('not_allowed', 'oauth.attempt_unknown');
  }
  const { provider, address, tokens } = row;
  return { provider, address, tokens: JSON.parse(secrets.unseal(tokens)) as Grant['tokens'] };
}
