export type OAuthTables = {
  oauth_application: {
    workspace_id: string;
    provider: 'google' | 'microsoft' | 'yandex';
    client_id: string;
    client_secret: string | null;
    authorize_url: string | null;
    token_url: string | null;
    user_url: string | null;
    version: number;
  };
  oauth_attempt: {
    workspace_id: string;
    state: string;
    user_id: string;
    provider: 'google' | 'microsoft' | 'yandex';
    verifier: string;
    tokens: string | null;
    address: string | null;
    created_at: Date;
  };
};

export type ApplicationRow = OAuthTables['oauth_application'];
export type AttemptRow = OAuthTables['oauth_attempt'];

/** A person needs minutes at the provider's page, not hours. */
export const attemptLivesMs = 30 * 60_000;
