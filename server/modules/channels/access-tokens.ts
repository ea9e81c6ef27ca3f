import { systemActor } from '../../kernel/actor.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { Executor } from '../../kernel/executor.ts';
import type { ChannelRow } from './channel-store.ts';
import { keepTokensOf } from './commands/oauth.ts';
import { keepTokens, type AccessToken } from './email/oauth/keep-tokens.ts';
import type { OAuthClient, OAuthProvider } from './email/oauth/provider.ts';
import { providers } from './email/oauth/providers.data.ts';
import type { ApplicationRow } from './oauth-store.ts';
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
  const keepers = new Map<string, Promise<AccessToken>>();

  async function keeperOf(channel: Pick<ChannelRow, 'id' | 'workspace_id'>): Promise<AccessToken> {
    const { workspace_id: workspaceId, id } = channel;
    const read = () => parts.db.read(workspaceId, (db) => readChannelRow(db, workspaceId, id));
    const { settings } = await read();
    const row = await parts.db.read(workspaceId, (db) =>
      readApplication(db, workspaceId, settings.oauth ?? ''),
    );
    if (!row) {
      throw new Error('the application at the provider is not set');
    }
    const store = {
      load: async () => readSecrets(parts, (await read()).secrets).oauth ?? null,
      save: async (tokens: NonNullable<ReturnType<typeof readSecrets>['oauth']>) => {
        const input = { channelId: id, tokens };
        const actor = systemActor(workspaceId, 'mail');
        await parts.executor().execute(keepTokensOf(parts), input, actor);
      },
    };
    const client = clientOf(parts, row, '');
    return keepTokens(providerOf(row), client, store, { fetch: parts.fetch, now: parts.clock });
  }

  return async (
    channel: Pick<ChannelRow, 'id' | 'workspace_id'>,
    options?: { fresh?: boolean },
  ): Promise<string> => {
    const keeper = keepers.get(channel.id) ?? keeperOf(channel);
    keepers.set(channel.id, keeper);
    keeper.catch(() => keepers.delete(channel.id));
    return (await keeper)(options);
  };
}
