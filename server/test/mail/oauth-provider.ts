import { createHash, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export type OAuthFixture = {
  readonly url: string;
  /** Access tokens that are good now. */
  readonly tokens: Set<string>;
  /** Requests to the token endpoint, e.g. `refresh_token`. */
  readonly grants: string[];
  lifeSeconds: number;
  /** Seconds a request to the token endpoint takes. */
  delayMs: number;
  /** Status of the next answers of the token endpoint instead of the right one. */
  readonly failures: number[];
  /** Every refresh token is replaced by its use, as at Microsoft. */
  rotates: boolean;
  /** Forgets every consent: what a person does in the account's settings. */
  revoke(): void;
  /** What a browser does when the person agrees: the query of the redirect. */
  agree(authorizeUrl: string): Promise<URLSearchParams>;
  close(): Promise<void>;
};

type Grant = { readonly challenge: string; readonly redirectUri: string };
type Answer = { readonly status: number; readonly body: object };

/** An authorization server in this process: codes with PKCE, refresh tokens, an id_token for anna@there.test. */
export async function startOAuthProvider(client: {
  id: string;
  secret: string;
}): Promise<OAuthFixture> {
  const provider = new Provider(client);
  const server = createServer((request, response) => void provider.answer(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(provider, {
    url,
    async agree(authorizeUrl: string) {
      const answer = await fetch(authorizeUrl, { redirect: 'manual' });
      return new URL(answer.headers.get('location') ?? 'http://nowhere.test').searchParams;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

class Provider {
  readonly #client: { id: string; secret: string };
  readonly #codes = new Map<string, Grant>();
  readonly #refreshTokens = new Set<string>();
  readonly tokens = new Set<string>();
  readonly grants: string[] = [];
  readonly failures: number[] = [];
  lifeSeconds = 3600;
  delayMs = 0;
  rotates = false;

  constructor(client: { id: string; secret: string }) {
    this.#client = client;
  }

  revoke(): void {
    this.#refreshTokens.clear();
    this.tokens.clear();
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://provider.test');
    if (url.pathname === '/authorize') {
      response.writeHead(302, { location: this.#authorize(url.searchParams) }).end();
      return;
    }
    const { status, body } = await this.#token(new URLSearchParams(await text(request)));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }

  #authorize(query: URLSearchParams): string {
    const back = new URL(query.get('redirect_uri') ?? 'http://nowhere.test');
    const code = randomBytes(8).toString('hex');
    this.#codes.set(code, { challenge: query.get('code_challenge') ?? '', redirectUri: back.href });
    back.searchParams.set('state', query.get('state') ?? '');
    back.searchParams.set('code', code);
    return back.href;
  }

  async #token(form: URLSearchParams): Promise<Answer> {
    this.grants.push(form.get('grant_type') ?? '');
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const failure = this.failures.shift();
    if (failure !== undefined) {
      return { status: failure, body: { error: 'server_error' } };
    }
    if (
      form.get('client_id') !== this.#client.id ||
      form.get('client_secret') !== this.#client.secret
    ) {
      return { status: 401, body: { error: 'invalid_client' } };
    }
    return form.get('grant_type') === 'refresh_token' ? this.#refresh(form) : this.#redeem(form);
  }

  #redeem(form: URLSearchParams): Answer {
    const code = form.get('code') ?? '';
    const grant = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const good = grant?.challenge === challenge && grant.redirectUri === form.get('redirect_uri');
    return good ? this.#grant(true) : { status: 400, body: { error: 'invalid_grant' } };
  }

  #refresh(form: URLSearchParams): Answer {
    const token = form.get('refresh_token') ?? '';
    if (!this.#refreshTokens.has(token)) {
      return {
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
      };
    }
    if (this.rotates) {
      this.#refreshTokens.delete(token);
    }
    return this.#grant(this.rotates);
  }

  #grant(withRefresh: boolean): Answer {
    const accessToken = `access-${randomBytes(6).toString('hex')}`;
    const refreshToken = `refresh-${randomBytes(6).toString('hex')}`;
    this.tokens.add(accessToken);
    if (withRefresh) {
      this.#refreshTokens.add(refreshToken);
    }
    const claims = Buffer.from(JSON.stringify({ email: 'Anna@There.test' })).toString('base64url');
    return {
      status: 200,
      body: {
        access_token: accessToken,
        expires_in: this.lifeSeconds,
        token_type: 'Bearer',
        id_token: `e30.${claims}.`,
        ...(withRefresh ? { refresh_token: refreshToken } : {}),
      },
    };
  }
}
