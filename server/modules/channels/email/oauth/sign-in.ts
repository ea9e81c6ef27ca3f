import { createHash, randomBytes } from 'node:crypto';
import {
  type OAuthClient,
  OAuthProblem,
  type OAuthProvider,
  type OAuthTokens,
} from './provider.ts';
import { askForTokens, type Fetch, readJson } from './token-request.ts';

export type StartedSignIn = {
  /** Where the person's browser is sent. */
  readonly url: string;
  /** Kept by the caller for this person and compared with what comes back (RFC 6749 §10.12). */
  readonly state: string;
  /** Secret of this attempt (RFC 7636), handed to `finishSignIn`. */
  readonly verifier: string;
};

/** `address` is offered to the person as the account to choose. */
export function startSignIn(
  provider: OAuthProvider,
  client: OAuthClient,
  address: string | null = null,
): StartedSignIn {
  const state = randomBytes(24).toString('base64url');
  const verifier = randomBytes(48).toString('base64url');
  const url = new URL(provider.authorizeUrl);
  const params = {
    ...provider.authorizeParams,
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    scope: provider.scopes.join(' '),
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(address === null ? {} : { login_hint: address }),
  };
  for (const [name, value] of Object.entries(params)) {
    url.searchParams.set(name, value);
  }
  return { url: url.href, state, verifier };
}

export type FinishedSignIn = {
  readonly tokens: OAuthTokens;
  /** Whose mailbox it is, lower case; null when the provider does not say. */
  readonly address: string | null;
};

/**
 * Turns the query that the provider sent the person back with into tokens.
 * @throws OAuthProblem
 */
export async function finishSignIn(
  provider: OAuthProvider,
  client: OAuthClient,
  started: { readonly state: string; readonly verifier: string; readonly query: URLSearchParams },
  world: { readonly fetch: Fetch; readonly now: () => Date },
): Promise<FinishedSignIn> {
  const { query, state, verifier } = started;
  const code = query.get('code');
  if (query.get('state') !== state) {
    throw new OAuthProblem('consent_refused', 'the answer belongs to another attempt');
  }
  if (code === null) {
    throw refusal(query);
  }
  const answer = await askForTokens(
    provider,
    client,
    {
      grant_type: 'authorization_code',
      code,
      redirect_uri: client.redirectUri,
      code_verifier: verifier,
    },
    world,
  );
  if (answer.tokens.refreshToken === null) {
    throw new OAuthProblem('scope_rejected', 'the provider gave no refresh token');
  }
  const address =
    addressIn(answer.idToken) ?? (await askForAddress(provider, answer.tokens, world.fetch));
  return { tokens: answer.tokens, address: address?.toLowerCase() ?? null };
}

function refusal(query: URLSearchParams): OAuthProblem {
  const error = query.get('error') ?? 'no code';
  const detail = query.get('error_description') ?? error;
  if (error === 'access_denied' || error === 'consent_required') {
    return new OAuthProblem('consent_refused', detail);
  }
  return new OAuthProblem(error === 'invalid_scope' ? 'scope_rejected' : 'client_rejected', detail);
}

/** The token came straight from the provider over TLS, so its signature adds nothing (OIDC Core §3.1.3.7). */
function addressIn(idToken: string | null): string | null {
  const payload = idToken?.split('.')[1];
  if (payload === undefined) {
    return null;
  }
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<
      string,
      unknown
    >;
    const found = [claims['email'], claims['preferred_username']].find(
      (each) => typeof each === 'string' && each.includes('@'),
    );
    return typeof found === 'string' ? found : null;
  } catch {
    return null;
  }
}

async function askForAddress(
  provider: OAuthProvider,
  { accessToken }: OAuthTokens,
  fetch: Fetch,
): Promise<string | null> {
  if (provider.userUrl === null) {
    return null;
  }
  try {
    const answer = await fetch(provider.userUrl, {
      headers: { authorization: `OAuth ${accessToken}` },
      signal: AbortSignal.timeout(10_000),
    });
    const address = (await readJson(answer))['default_email'];
    return typeof address === 'string' ? address : null;
  } catch {
    // The address is a comfort: the administrator can type it.
    return null;
  }
}
