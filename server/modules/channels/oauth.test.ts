import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../../test/caller.ts';
import { letterText } from '../../test/mail/letters.ts';
import { startOAuthProvider, type OAuthFixture } from '../../test/mail/oauth-provider.ts';
import { openMailWorld, type MailWorld } from './test-harness.ts';

let mail: MailWorld;
let provider: OAuthFixture;
const mailbox = 'anna@there.test';
const soon = { timeout: 10_000, interval: 20 };

beforeAll(async () => {
  mail = await openMailWorld();
  provider = await startOAuthProvider({ id: 'otklik', secret: 'app-secret' });
  // What the provider calls good is let in by the mail servers from that moment.
  const add = provider.tokens.add.bind(provider.tokens);
  provider.tokens.add = (token) => {
    mail.imap.tokens.add(token);
    mail.smtp.tokens.add(token);
    return add(token);
  };
  await mail.startNode();
});
afterAll(async () => {
  await provider.close();
  await mail.close();
});

const application = (call: Caller, more = {}) =>
  call('PUT /channels/oauth/applications/google', {
    clientId: 'otklik',
    clientSecret: 'app-secret',
    authorizeUrl: `${provider.url}/authorize`,
    tokenUrl: `${provider.url}/token`,
    ...more,
  });

/** The browser goes to the provider and comes back; the address it is sent on to at last. */
async function signIn(call = mail.call, back = call): Promise<URL> {
  const { body } = await call('POST /channels/oauth', { provider: 'google', address: mailbox });
  const query = await provider.agree(body.url);
  return callback(back, query);
}

async function callback(call: Caller, query: URLSearchParams): Promise<URL> {
  const answer = await call(`GET /channels/oauth/callback?${query.toString()}`);
  expect(answer.status).toBe(303);
  return new URL(String(answer.headers.location), 'http://desk.test');
}

function settings(grant?: string) {
  const server = { security: 'none', user: mailbox };
  return {
    imap: { ...server, host: mail.imap.host, port: mail.imap.port },
    smtp: { ...server, host: mail.smtp.host, port: mail.smtp.port },
    oauth: 'google',
    ...(grant && { oauthGrant: grant }),
  };
}

const statusOf = async (id: string) => {
  const { state, code } = (await mail.channel(id)).status;
  return [state, code];
};

test('without an application at the provider nobody is sent there', async () => {
  const { status, body } = await mail.call('POST /channels/oauth', { provider: 'google' });
  expect([status, body.code]).toEqual([422, 'oauth.not_configured']);
});

test('the secret of the application comes out nowhere', async () => {
  const set = await application(mail.call);
  expect(set.body).toMatchObject({ clientId: 'otklik', hasSecret: true });
  const kept = await application(mail.call, { clientSecret: undefined });
  expect(kept.body.hasSecret).toBe(true);
  const shown = [
    set.body,
    (await mail.call('GET /channels/oauth/applications')).body,
    (await mail.call('GET /audit')).body,
  ];
  expect(JSON.stringify(shown)).not.toContain('app-secret');
});

let connectedId: string;

test('a mailbox is connected by signing in at its provider; trying it first uses nothing up', async () => {
  const back = await signIn();
  expect(back.search).toContain('address');
  expect(back.searchParams.get('address')).toBe(mailbox);
  const grant = back.searchParams.get('oauth') ?? '';
  for (let time = 0; time < 2; time += 1) {
    const probed = await mail.call('POST /channels/probe', { settings: settings(grant) });
    expect(probed.body.steps.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([]);
    expect(probed.body.ok).toBe(true);
  }
  const body = { kind: 'email', name: 'Anna', address: mailbox, settings: settings(grant) };
  const made = await mail.call('POST /channels', body);
  expect([made.status, made.body.settings?.oauth]).toEqual([201, 'google']);
  connectedId = made.body.id;
  await expect.poll(() => statusOf(connectedId), soon).toEqual(['connected', null]);
  expect(JSON.stringify(made.body)).not.toContain([...provider.tokens][0]);
  const again = await mail.call('POST /channels', { ...body, address: 'b@there.test' });
  expect([again.status, again.body.code]).toEqual([422, 'oauth.attempt_unknown']);
});

test('a letter comes in and its answer goes out by the same token', async () => {
  mail.imap.folder().deliver(letterText('oauth', { From: 'Rita <rita@else.test>' }));
  await expect.poll(async () => (await mail.tickets()).length, soon).toBe(1);
  const [ticket] = await mail.tickets();
  await mail.call(`POST /tickets/${ticket?.id}/messages`, { body: 'Hello' });
  await expect.poll(() => mail.smtp.letters.length, soon).toBe(1);
  expect(mail.smtp.letters[0]).toMatchObject({ user: mailbox, to: ['rita@else.test'] });
});

test(
  'a token near its end is renewed before it is used, once for all who ask',
  { retry: 1 },
  async () => {
    mail.world.clock.move({ seconds: 3_500 });
    provider.grants.length = 0;
    const before = new Set(provider.tokens);
    mail.imap.dropAll();
    await expect.poll(() => provider.grants, soon).toEqual(['refresh_token']);
    await expect
      .poll(() => [...provider.tokens].some((token) => !before.has(token)), soon)
      .toBe(true);
    mail.imap.dropAll();
    await expect.poll(() => statusOf(connectedId), soon).toEqual(['connected', null]);
    expect(provider.grants).toEqual(['refresh_token']);
  },
);

test('a withdrawn consent asks the person to sign in again, and doing so connects', async () => {
  provider.revoke();
  mail.imap.tokens.clear();
  mail.smtp.tokens.clear();
  mail.world.clock.move({ seconds: 3_500 });
  mail.imap.dropAll();
  await expect.poll(() => statusOf(connectedId), soon).toEqual(['error', 'sign_in_again']);
  const grant = (await signIn()).searchParams.get('oauth') ?? '';
  const { status } = await mail.call(`PATCH /channels/${connectedId}`, {
    settings: { oauthGrant: grant },
  });
  expect(status).toBe(200);
  await expect.poll(() => statusOf(connectedId), soon).toEqual(['connected', null]);
});

test('what one person has begun nobody else finishes or uses, in this company or another', async () => {
  const colleague = await mail.company.hire('administrator', { name: 'Boris' });
  const stranger = (await mail.world.found()).administrator;
  await application(stranger.call);
  for (const other of [colleague.call, stranger.call]) {
    const stolen = await signIn(mail.call, other);
    expect(stolen.searchParams.get('problem')).toBe('oauth.attempt_unknown');
    const grant = (await signIn()).searchParams.get('oauth') ?? '';
    for (const at of ['POST /channels/probe', 'POST /channels'] as const) {
      const named =
        at === 'POST /channels' ? { kind: 'email', name: 'X', address: 'x@there.test' } : {};
      const { status, body } = await other(at, { ...named, settings: settings(grant) });
      expect([at, status, body.code]).toEqual([at, 422, 'oauth.attempt_unknown']);
    }
  }
});

test('a sign-in that took too long, was declined or made up comes back with its reason', async () => {
  const { body } = await mail.call('POST /channels/oauth', { provider: 'google' });
  const query = await provider.agree(body.url);
  mail.world.clock.move({ seconds: 1_900 });
  expect((await callback(mail.call, query)).searchParams.get('problem')).toBe(
    'oauth.attempt_unknown',
  );
  const next = await mail.call('POST /channels/oauth', { provider: 'google' });
  const state = new URL(next.body.url).searchParams.get('state') ?? '';
  const declined = new URLSearchParams({ state, error: 'access_denied' });
  expect((await callback(mail.call, declined)).searchParams.get('problem')).toBe('consent_refused');
  const madeUp = new URLSearchParams({ state: 'made-up', code: 'x' });
  expect((await callback(mail.call, madeUp)).searchParams.get('problem')).toBe(
    'oauth.attempt_unknown',
  );
});

test('a mailbox cannot be said to sign in at a provider where nobody has', async () => {
  const body = { kind: 'email', name: 'C', address: 'c@there.test', settings: settings() };
  const { status, body: problem } = await mail.call('POST /channels', body);
  expect([status, problem.errors]).toEqual([
    400,
    [{ field: 'settings.oauthGrant', code: 'required' }],
  ]);
  const probed = await mail.call('POST /channels/probe', { settings: settings() });
  expect(probed.body).toMatchObject({ ok: false });
  expect(probed.body.steps.map(({ code }: { code: string }) => code)).toContain('sign_in_again');
});
