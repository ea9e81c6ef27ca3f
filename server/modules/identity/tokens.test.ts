import { afterAll, beforeAll, expect, test } from 'vitest';
import { cookieIn, openHarness, setupAnswers, type Caller, type Harness } from './test-harness.ts';

let h: Harness;
let me: Caller;

beforeAll(async () => {
  h = await openHarness();
  me = h.as(cookieIn(await h.call('POST', '/setup', setupAnswers)));
});
afterAll(() => h.close());

async function make(scopes: string[], more: object = {}) {
  const { status, body } = await me('POST', '/tokens', { name: 'Integration', scopes, ...more });
  expect(status).toBe(201);
  return body as { id: string; token: string; prefix: string };
}

test('a token is shown once and does what it was made for, no more', async () => {
  const { token, id, prefix } = await make(['user.read']);
  expect(token).toMatch(/^otk_[0-9a-f]{32}_[\w-]{43}$/);
  expect(token.split('_').slice(2).join('_').startsWith(prefix)).toBe(true);
  const { items } = (await me('GET', '/tokens')).body;
  expect(items[0]).toMatchObject({
    id,
    name: 'Integration',
    scopes: ['user.read'],
    expiresAt: null,
  });
  expect(JSON.stringify(items)).not.toContain(token.slice(37));
  expect((await h.as(token)('GET', '/users')).status).toBe(200);
  const refused = await h.as(token)('GET', '/audit');
  expect([refused.status, refused.body.detail]).toEqual([403, 'audit.read']);
  expect((await h.as(token)('GET', '/session')).body).toMatchObject({
    permissions: ['user.read'],
    expiresAt: null,
  });
});

test('a token does not touch the account it belongs to', async () => {
  const { token, id } = await make(['user.read', 'token.own']);
  const { password } = setupAnswers.administrator;
  const asToken = h.as(token);
  const tries = [
    await asToken('POST', '/tokens', { name: 'Heir', scopes: ['user.read'] }),
    await asToken('PUT', '/me/password', { current: password, next: 'a new long password' }),
    await asToken('POST', '/totp', { password }),
    await asToken('DELETE', '/sessions'),
    await asToken('DELETE', '/session'),
    await asToken('PATCH', '/me', { name: 'X' }),
    await asToken('DELETE', `/tokens/${id}`),
  ];
  expect(tries.map(({ status, body }) => [status, body.code])).toEqual(
    tries.map(() => [403, 'session.needed']),
  );
});

test('a token ends when it says, or when it is revoked', async () => {
  const past = await me('POST', '/tokens', {
    name: 'Old',
    scopes: ['user.read'],
    expiresAt: '2020-01-01T00:00:00Z',
  });
  expect(past.body.errors).toEqual([{ field: 'expiresAt', code: 'past' }]);
  const expiresAt = new Date(h.clock().getTime() + 3_600_000).toISOString();
  const { token } = await make(['user.read'], { expiresAt });
  expect((await h.as(token)('GET', '/users')).status).toBe(200);
  h.moveClock(3_600);
  expect((await h.as(token)('GET', '/users')).status).toBe(401);
  const other = await make(['user.read']);
  expect((await h.as(other.token)('GET', '/users')).status).toBe(200);
  expect((await me('DELETE', `/tokens/${other.id}`)).status).toBe(204);
  expect((await h.as(other.token)('GET', '/users')).status).toBe(401);
  expect((await me('DELETE', `/tokens/${other.id}`)).body.code).toBe('token.not_found');
});

test('when it was used last is noted, without the request waiting for it', async () => {
  const { token, id } = await make(['user.read']);
  await h.as(token)('GET', '/users');
  await expect
    .poll(async () => {
      const { items } = (await me('GET', '/tokens')).body;
      return items.find((each: { id: string }) => each.id === id).lastUsedAt as string;
    })
    .toBe(h.clock().toISOString());
});

test('unknown scopes and empty lists are refused by name', async () => {
  const empty = await me('POST', '/tokens', { name: 'X', scopes: [] });
  expect(empty.body.errors).toEqual([{ field: 'scopes', code: 'too_short' }]);
  const odd = await me('POST', '/tokens', { name: 'X', scopes: ['everything'] });
  expect(odd.body.errors).toEqual([{ field: 'scopes.0', code: 'not_permission' }]);
  const unheld = await me('POST', '/tokens', { name: 'X', scopes: ['moon.land'] });
  expect([unheld.status, unheld.body.code]).toEqual([403, 'role.beyond_own']);
});
