import { afterEach, expect, test } from 'vitest';
import { startImapServer } from '../../../../test/mail/imap-server.ts';
import { type OAuthFixture, startOAuthProvider } from '../../../../test/mail/oauth-provider.ts';
import { startSmtpSink } from '../../../../test/mail/smtp-sink.ts';
import { probeMailbox } from '../imap/probe-mailbox.ts';
import { type AccessToken, keepTokens } from './keep-tokens.ts';
import type { OAuthClient, OAuthProvider, OAuthTokens } from './provider.ts';
import { google, providers } from './providers.data.ts';
import { finishSignIn, startSignIn } from './sign-in.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) {
    await thing.close();
  }
});

const client: OAuthClient = {
  clientId: 'desk',
  clientSecret: 's3cret',
  redirectUri: 'http://desk.test/back',
};

async function fixture(): Promise<{ server: OAuthFixture; provider: OAuthProvider }> {
  const server = await startOAuthProvider({ id: 'desk', secret: 's3cret' });
  open.push(server);
  const provider = {
    ...google,
    authorizeUrl: `${server.url}/authorize`,
    tokenUrl: `${server.url}/token`,
  };
  return { server, provider };
}

let now = new Date('2026-11-02T10:00:00Z');
const world = { fetch, now: () => now };

async function signedIn(
  server: OAuthFixture,
  provider: OAuthProvider,
): Promise<{ token: AccessToken; store: { saved: OAuthTokens | null } }> {
  const { url, state, verifier } = startSignIn(provider, client, 'anna@there.test');
  const query = await server.agree(url);
  const { tokens } = await finishSignIn(provider, client, { state, verifier, query }, world);
  const store: { saved: OAuthTokens | null } = { saved: tokens };
  const token = keepTokens(
    provider,
    client,
    { load: async () => store.saved, save: async (saved) => void (store.saved = saved) },
    world,
  );
  return { token, store };
}

test('a person signs in at the provider and the mailbox address is known', async () => {
  const { server, provider } = await fixture();
  const started = startSignIn(provider, client, 'anna@there.test');
  const sent = new URL(started.url).searchParams;
  expect(sent.get('scope')).toContain('https://mail.google.com/');
  expect([
    sent.get('login_hint'),
    sent.get('access_type'),
    sent.get('code_challenge_method'),
  ]).toEqual(['anna@there.test', 'offline', 'S256']);
  const query = await server.agree(started.url);
  const { tokens, address } = await finishSignIn(provider, client, { ...started, query }, world);
  expect(address).toBe('anna@there.test');
  expect(tokens.expiresAt).toBe('2026-11-02T11:00:00.000Z');
  expect(server.tokens.has(tokens.accessToken)).toBe(true);
});

test('an answer of another attempt, a stolen code, a refusal and a wrong secret are told apart', async () => {
  const { server, provider } = await fixture();
  const started = startSignIn(provider, client);
  const query = await server.agree(started.url);
  const finish = (more: object, by = client): Promise<unknown> =>
    finishSignIn(provider, by, { ...started, query, ...more }, world);
  await expect(finish({ state: 'other' })).rejects.toMatchObject({ code: 'consent_refused' });
  await expect(finish({}, { ...client, clientSecret: 'wrong' })).rejects.toMatchObject({
    code: 'client_rejected',
  });
  await expect(finish({ verifier: 'guessed' })).rejects.toMatchObject({ code: 'consent_refused' });
  const denied = new URLSearchParams({ state: started.state, error: 'access_denied' });
  await expect(finish({ query: denied })).rejects.toMatchObject({ code: 'consent_refused' });
});

test('a token is renewed before it dies, once for everybody who asks', async () => {
  const { server, provider } = await fixture();
  const { token, store } = await signedIn(server, provider);
  const first = await token();
  expect(await token()).toBe(first);
  now = new Date(now.getTime() + 56 * 60_000);
  server.delayMs = 30;
  const renewed = await Promise.all([token(), token(), token({ fresh: true }), token()]);
  expect(new Set(renewed).size).toBe(1);
  expect(renewed[0]).not.toBe(first);
  expect(server.grants).toEqual(['authorization_code', 'refresh_token']);
  expect(store.saved?.refreshToken).toMatch(/^refresh-/);
});

test('a refused token is replaced even when it should still be good', async () => {
  const { server, provider } = await fixture();
  const { token } = await signedIn(server, provider);
  const first = await token();
  const second = await token({ fresh: true });
  expect(second).not.toBe(first);
  expect(await token({ fresh: true })).toBe(second);
});

test('a provider that gives a new refresh token each time is followed', async () => {
  const { server, provider } = await fixture();
  server.rotates = true;
  const { token } = await signedIn(server, provider);
  for (let round = 0; round < 3; round += 1) {
    now = new Date(now.getTime() + 60 * 60_000);
    expect(server.tokens.has(await token())).toBe(true);
  }
});

test('withdrawn consent needs the person, an outage only time', async () => {
  const { server, provider } = await fixture();
  const { token } = await signedIn(server, provider);
  server.failures.push(503);
  await expect(token({ fresh: true })).rejects.toMatchObject({ code: 'provider_unreachable' });
  server.revoke();
  await expect(token({ fresh: true })).rejects.toMatchObject({ code: 'sign_in_again' });
  await server.close();
  await expect(token({ fresh: true })).rejects.toMatchObject({ code: 'provider_unreachable' });
});

test('a mailbox is reached by token for reading and for sending', async () => {
  const { server, provider } = await fixture();
  const { token } = await signedIn(server, provider);
  const imap = await startImapServer();
  const smtp = await startSmtpSink({ passwords: {} });
  open.push(imap, smtp);
  imap.tokens.add(await token());
  smtp.tokens.add(await token());
  const mine = {
    security: 'none',
    user: 'anna@there.test',
    secret: { kind: 'oauth', accessToken: token },
  } as const;
  const task = {
    incoming: { host: imap.host, port: imap.port, ...mine },
    outgoing: { host: smtp.host, port: smtp.port, ...mine },
  };
  expect((await probeMailbox(task)).every(({ ok }) => ok)).toBe(true);
  server.revoke();
  imap.tokens.clear();
  const failed = (await probeMailbox({ ...task, outgoing: null })).at(-1);
  expect(failed).toMatchObject({ step: 'sign_in', code: 'sign_in_again' });
});

test('the providers are reached over TLS and ask for no more than mail', () => {
  for (const provider of Object.values(providers)) {
    expect(provider.authorizeUrl).toMatch(/^https:/);
    expect(provider.tokenUrl).toMatch(/^https:/);
    expect(provider.scopes.join(' ')).toMatch(/mail/i);
  }
});
