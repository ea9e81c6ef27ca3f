import {
  type OAuthClient,
  OAuthProblem,
  type OAuthProblemCode,
  type OAuthProvider,
  type OAuthTokens,
} from './provider.ts';

export type Fetch = typeof globalThis.fetch;

const timeoutMs = 15_000;
/** Used when the provider does not say how long a token lives (RFC 6749 §5.1 recommends that it does). */
const usualLifeSeconds = 3_600;

const codes: Readonly<Record<string, OAuthProblemCode>> = {
  invalid_grant: 'sign_in_again',
  interaction_required: 'sign_in_again',
  login_required: 'sign_in_again',
  invalid_client: 'client_rejected',
  unauthorized_client: 'client_rejected',
  redirect_uri_mismatch: 'client_rejected',
  invalid_scope: 'scope_rejected',
  temporarily_unavailable: 'provider_unreachable',
  server_error: 'provider_unreachable',
};

/** @throws OAuthProblem */
export async function askForTokens(
  provider: OAuthProvider,
  client: OAuthClient,
  grant: Readonly<Record<string, string>>,
  world: { readonly fetch: Fetch; readonly now: () => Date },
): Promise<{ tokens: OAuthTokens; idToken: string | null }> {
  const body = new URLSearchParams({ ...grant, client_id: client.clientId });
  if (client.clientSecret !== null) {
    body.set('client_secret', client.clientSecret);
  }
  const answer = await post(provider.tokenUrl, body, world.fetch);
  const words = await readJson(answer);
  if (!answer.ok) {
    throw problemOf(answer.status, words, grant['grant_type'] === 'authorization_code');
  }
  const {
    access_token: accessToken,
    refresh_token: refreshToken,
    expires_in: life,
    id_token: idToken,
  } = words;
  if (typeof accessToken !== 'string' || accessToken === '') {
    throw new OAuthProblem('provider_error', 'the answer has no access token');
  }
  const lifeMs = 1000 * (Number(life) > 0 ? Number(life) : usualLifeSeconds);
  return {
    tokens: {
      accessToken,
      refreshToken: typeof refreshToken === 'string' ? refreshToken : null,
      expiresAt: new Date(world.now().getTime() + lifeMs).toISOString(),
    },
    idToken: typeof idToken === 'string' ? idToken : null,
  };
}

async function post(url: string, body: URLSearchParams, fetch: Fetch): Promise<Response> {
  try {
    return await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    throw new OAuthProblem('provider_unreachable', String(error));
  }
}

export async function readJson(answer: Response): Promise<Readonly<Record<string, unknown>>> {
  try {
    const words: unknown = await answer.json();
    return typeof words === 'object' && words !== null ? (words as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function problemOf(
  status: number,
  words: Readonly<Record<string, unknown>>,
  ofCode: boolean,
): OAuthProblem {
  const error = typeof words['error'] === 'string' ? words['error'] : '';
  const described = words['error_description'];
  const detail =
    typeof described === 'string' ? described.slice(0, 300) : error || `HTTP ${status}`;
  if (status === 429 || status >= 500) {
    return new OAuthProblem('provider_unreachable', detail);
  }
  const code = codes[error] ?? 'provider_error';
  // A code that is not taken was used twice or came late; no consent is gone.
  return new OAuthProblem(ofCode && code === 'sign_in_again' ? 'consent_refused' : code, detail);
}
