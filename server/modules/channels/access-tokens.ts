import { systemActor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { ChannelRow } from './channel-store.ts';
import { keepTokensOf } from './commands/oauth.ts';
import { keepTokens, type AccessToken } from './email/oauth/keep-tokens.ts';
import {
  OAuthProblem,
  type OAuthClient,
  type OAuthProvider,
  type OAuthTokens,
} from './email/oauth/provider.ts';
import { providers } from './email/oauth/providers.data.ts';
import type { ApplicationRow } from './oauth-tables.ts';
import { readApplication } from './queries/read-application.ts';
import { readChannelRow } from './queries/channel-state.ts';
import { readSecrets, type Sealing } from './settings.ts';

export type OAuthParts = Sealing & {
  readonly db: Database;
  readonly executor: () => Executor;
  readonly clock: Clock;
  readonly publicUrl: string | undefined;
  readonly fetch: typeof fetch;
};

/** The provider as the administrator's application sees it: with endpoints of their own when set. */
export function providerOf(row: ApplicationRow): OAuthProvider {
  const usual = providers[row.provider];
  return {
    ...usual,
    authorizeUrl: row.authorize_url ?? usual.authorizeUrl,
    tokenUrl: row.token_url ?? usual.tokenUrl,
    userUrl: row.user_url ?? usual.userUrl,
  };
}

export function clientOf(
  { secrets }: Sealing,
  row: ApplicationRow,
  redirectUri: string,
): OAuthClient {
  return {
    clientId: row.client_id,
    clientSecret: row.client_secret === null ? null : secrets.unseal(row.client_secret),
    redirectUri,
  };
}

/** One keeper a mailbox, so that IMAP and SMTP renew its tokens together and once. */
export function openAccessTokens(parts: OAuthParts) {
  const keepers = new Map<string, { readonly of: string; readonly keep: AccessToken }>();

  function keeperOf({ id, workspace_id: workspaceId }: At, row: ApplicationRow): AccessToken {
    const store = {
      load: () =>
        parts.db.read(workspaceId, async (db) => {
          const { secrets } = await readChannelRow(db, workspaceId, id);
          return readSecrets(parts, secrets).oauth ?? null;
        }),
      save: async (tokens: OAuthTokens) => {
        const actor = systemActor(workspaceId, 'mail');
        await parts.executor().execute(keepTokensOf(parts), { channelId: id, tokens }, actor);
      },
    };
    const world = { fetch: parts.fetch, now: parts.clock };
    return keepTokens(providerOf(row), clientOf(parts, row, ''), store, world);
  }

  return async (channel: At, options?: { fresh?: boolean }): Promise<string> => {
    const { workspace_id: workspaceId, id } = channel;
    const row = await parts.db.read(workspaceId, async (db) => {
      const { settings } = await readChannelRow(db, workspaceId, id);
      return readApplication(db, workspaceId, settings.oauth ?? '');
    });
    if (!row) {
      throw new OAuthProblem('sign_in_again', 'the application at the provider is not set');
    }
    // A mailbox may move to another provider, and an application may get another secret.
    const of = `${row.provider} ${row.version}`;
    const known = keepers.get(id);
    const keeper = known?.of === of ? known : { of, keep: keeperOf(channel, row) };
    keepers.set(id, keeper);
    return keeper.keep(options);
  };
}

type At = Pick<ChannelRow, 'id' | 'workspace_id'>;
