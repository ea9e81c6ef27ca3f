/** An OAuth 2 authorization server as this product uses it; the addresses may be replaced by settings. */
export type OAuthProvider = {
  readonly id: 'google' | 'microsoft' | 'yandex';
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
  readonly authorizeParams: Readonly<Record<string, string>>;
  /** Where the address is asked for when the provider gives no `id_token`; otherwise null. */
  readonly userUrl: string | null;
};

/** The application registered at the provider by the administrator. */
export type OAuthClient = {
  readonly clientId: string;
  /** Null for a public client, which PKCE alone protects. */
  readonly clientSecret: string | null;
  readonly redirectUri: string;
};

/** Plain JSON; secret, to be kept encrypted. */
export type OAuthTokens = {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  /** RFC 3339. */
  readonly expiresAt: string;
};

export type OAuthProblemCode =
  /** Consent was withdrawn, or the password changed, or the token grew too old: a person must sign in again. */
  | 'sign_in_again'
  /** The person said no, or the code was used or is too old. */
  | 'consent_refused'
  /** The application's id, secret or redirect address is not what the provider knows. */
  | 'client_rejected'
  | 'scope_rejected'
  /** Network, 5xx, 429: worth another attempt later. */
  | 'provider_unreachable'
  | 'provider_error';

export class OAuthProblem extends Error {
  readonly code: OAuthProblemCode;

  constructor(code: OAuthProblemCode, detail: string) {
    super(detail === '' ? code : detail);
    this.name = 'OAuthProblem';
    this.code = code;
  }
}
