import {
  type OAuthClient,
  OAuthProblem,
  type OAuthProvider,
  type OAuthTokens,
} from './provider.ts';
import { askForTokens, type Fetch } from './token-request.ts';

export type TokenStore = {
  load(): Promise<OAuthTokens | null>;
  /** Must be safe when it resolves: some providers give a new refresh token each time and forget the old one. */
  save(tokens: OAuthTokens): Promise<void>;
};

export type AccessToken = (options?: { readonly fresh?: boolean }) => Promise<string>;

const renewBeforeMs = 5 * 60_000;
/** A token asked for as `fresh` right after a renewal is that renewal: two connections were refused together. */
const freshForMs = 10_000;

/**
 * Gives a token that is good for at least a minute or so, renewed at most once at a time however many ask.
 * The same function serves IMAP and SMTP of one mailbox.
 * @throws OAuthProblem, `sign_in_again` when only the person can help.
 */
export function keepTokens(
  provider: OAuthProvider,
  client: OAuthClient,
  store: TokenStore,
  world: { readonly fetch: Fetch; readonly now: () => Date },
): AccessToken {
  let renewal: Promise<OAuthTokens> | null = null;
  let renewedAt = -Infinity;

  const renew = async (tokens: OAuthTokens): Promise<OAuthTokens> => {
    if (tokens.refreshToken === null) {
      throw new OAuthProblem('sign_in_again', 'there is no refresh token');
    }
    const grant = { grant_type: 'refresh_token', refresh_token: tokens.refreshToken };
    const answer = await askForTokens(provider, client, grant, world).catch(
      async (problem: unknown) => {
        const others = await store.load();
        if (others === null || others.accessToken === tokens.accessToken) {
          throw problem;
        }
        // Another process was quicker, and the provider has forgotten the token that was used up there.
        return { tokens: others };
      },
    );
    const renewed = {
      ...answer.tokens,
      refreshToken: answer.tokens.refreshToken ?? tokens.refreshToken,
    };
    await store.save(renewed);
    renewedAt = world.now().getTime();
    return renewed;
  };

  return async ({ fresh = false } = {}) => {
    if (renewal !== null) {
      return (await renewal).accessToken;
    }
    // Set before the first wait, so that whoever asks meanwhile waits for this one.
    renewal = (async () => {
      const tokens = await store.load();
      if (tokens === null) {
        throw new OAuthProblem('sign_in_again', 'nobody has signed in yet');
      }
      const now = world.now().getTime();
      const dying = Date.parse(tokens.expiresAt) - now < renewBeforeMs;
      return dying || (fresh && now - renewedAt > freshForMs) ? renew(tokens) : tokens;
    })();
    try {
      return (await renewal).accessToken;
    } finally {
      renewal = null;
    }
  };
}
