import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { systemActor } from '../../kernel/actor.ts';
import { foundWorkspace } from './commands/found-workspace.ts';
import { emailKey } from './rules.ts';
import { hashPassword } from './sign-in/password.ts';
import { cookieFor, cookieIn, openHarness, setupAnswers, type Harness } from './test-harness.ts';

const { email, password } = setupAnswers.administrator;
let h: Harness;

beforeAll(async () => {
  h = await openHarness();
  await h.call('POST', '/setup', setupAnswers);
});
afterAll(() => h.close());
// Every test starts with the door open.
beforeEach(() => h.moveClock(26 * 3600));

const signIn = (body: object, headers?: Record<string, string>) =>
  h.call('POST', '/session', body, headers);

test('the address is one however it is typed; the session knows where and when', async () => {
  const answer = await signIn(
    { email: ' ANNA@Romashka.RU ', password },
    { 'user-agent': 'Firefox', 'x-forwarded-for': '203.0.113.7' },
  );
  expect(answer.status).toBe(200);
  const { body } = await h.as(cookieIn(answer))('GET', '/sessions');
  expect(body.items[0]).toMatchObject({ current: true, userAgent: 'Firefox', ip: '203.0.113.7' });
});

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signIn({ email, password: 'not this one' });
  const unknown = await signIn({ email: 'nobody@romashka.ru', password: 'not this one' });
  expect([wrong.status, wrong.body.code]).toEqual([401, 'session.wrong_credentials']);
  expect(unknown.body).toEqual(wrong.body);
  expect(wrong.headers['set-cookie']).toBeUndefined();
});

test('without a session the API answers 401, and so it does for a made-up one', async () => {
  const made = `${'0'.repeat(32)}.${'A'.repeat(43)}`;
  for (const call of [
    h.call,
    h.as(made),
    h.as('rubbish'),
    h.as(`otk_${'0'.repeat(32)}_${'A'.repeat(43)}`),
  ]) {
    const { status, body } = await call('GET', '/session');
    expect([status, body.code]).toEqual([401, 'session.missing']);
  }
});

test('a request that names a wrong token is nobody, even with a good cookie', async () => {
  const cookie = await cookieFor(h, email, password);
  const { status } = await h.as(cookie)('GET', '/session', undefined, {
    authorization: 'Bearer x',
  });
  expect(status).toBe(401);
});

test('a page of another site cannot act with the cookie', async () => {
  const cookie = await cookieFor(h, email, password);
  const forged = await h.as(cookie)(
    'PATCH',
    '/me',
    { theme: 'dark' },
    { 'sec-fetch-site': 'cross-site' },
  );
  expect([forged.status, forged.body.code]).toEqual([403, 'request.cross_site']);
});

test('five wrong passwords shut the account for a while that doubles; the right one opens it again', async () => {
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await signIn({ email, password: 'wrong one' })).status).toBe(401);
  }
  const shut = await signIn({ email, password });
  expect([shut.status, shut.body.code]).toEqual([429, 'session.too_many_attempts']);
  expect(shut.headers['retry-after']).toBe('30');
  h.moveClock(31);
  expect((await signIn({ email, password: 'wrong one' })).status).toBe(401);
  expect((await signIn({ email, password })).headers['retry-after']).toBe('60');
  h.moveClock(61);
  expect((await signIn({ email, password })).status).toBe(200);
  expect((await signIn({ email, password: 'wrong one' })).status).toBe(401);
});

test('many guesses at once count like one after another', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => signIn({ email, password: 'wrong one' })),
  );
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
});

const from = (ip: string, cookie?: string) => ({
  'x-forwarded-for': ip,
  ...(cookie && { cookie }),
});
const deviceIn = ({ headers }: Awaited<ReturnType<typeof signIn>>) =>
  /otklik_device=[^;]*/.exec(String(headers['set-cookie']))?.[0] ?? '';

test('whoever guesses at an account shuts it for their own address, not for its owner', async () => {
  for (let tries = 0; tries < 5; tries += 1) {
    await signIn({ email, password: 'wrong one' }, from('198.51.100.1'));
  }
  expect((await signIn({ email, password }, from('198.51.100.1'))).status).toBe(429);
  expect((await signIn({ email, password }, from('203.0.113.9'))).status).toBe(200);
});

test('guesses from everywhere shut it for strangers, slowly; a browser that was here before still gets in', async () => {
  const known = await signIn({ email, password }, from('203.0.113.9'));
  const device = deviceIn(known);
  const { id: workspaceId } = known.body.workspace;
  await signIn({ email, password: 'wrong one' }, from('198.51.100.99'));
  await h.db.transaction(workspaceId, (tx) =>
    sql`update sign_in_failure set tries = 46 where subject = ${`account:${emailKey(email)}`}`.execute(
      tx,
    ),
  );
  for (let tries = 0; tries < 4; tries += 1) {
    const guessed = await signIn({ email, password: 'wrong one' }, from(`198.51.100.${tries}`));
    expect(guessed.status).toBe(401);
  }
  const stranger = await signIn({ email, password }, from('192.0.2.1'));
  expect([stranger.status, stranger.headers['retry-after']]).toEqual([429, '30']);
  expect((await signIn({ email, password }, from('198.51.100.1', device))).status).toBe(200);
  for (let locks = 0; locks < 4; locks += 1) {
    h.moveClock(301);
    await signIn({ email, password: 'wrong one' }, from(`198.51.101.${locks}`));
  }
  expect((await signIn({ email, password }, from('192.0.2.1'))).headers['retry-after']).toBe('300');
});

test('a browser that was here before has a handful of tries too, and is one for its own account only', async () => {
  const device = deviceIn(await signIn({ email, password }));
  for (let tries = 0; tries < 5; tries += 1) {
    await signIn({ email, password: 'wrong one' }, from('198.51.100.1', device));
  }
  expect((await signIn({ email, password }, from('198.51.100.1', device))).status).toBe(429);
  expect((await signIn({ email, password }, from('198.51.100.1'))).status).toBe(200);
  const [, sealed = ''] = device.split('=');
  for (const made of ['rubbish', `${sealed}00`, '']) {
    const answer = await signIn({ email, password }, from('198.51.100.1', `otklik_device=${made}`));
    expect(answer.status).toBe(200);
  }
});

test('one address that guesses at many accounts is shut out; others are not', async () => {
  const guesser = from('198.51.100.9');
  for (let tries = 0; tries < 20; tries += 1) {
    await signIn({ email: `guess${tries}@romashka.ru`, password: 'wrong one' }, guesser);
  }
  expect((await signIn({ email, password }, guesser)).status).toBe(429);
  expect((await signIn({ email, password })).status).toBe(200);
});

test('signing out ends the session and takes the cookie away', async () => {
  const cookie = await cookieFor(h, email, password);
  const out = await h.as(cookie)('DELETE', '/session');
  expect([out.status, out.headers['set-cookie']]).toEqual([
    204,
    'otklik_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
  ]);
  expect((await h.as(cookie)('GET', '/session')).status).toBe(401);
});

test('signing out elsewhere ends the others and leaves this one', async () => {
  const [here, there, third] = [
    await cookieFor(h, email, password),
    await cookieFor(h, email, password),
    await cookieFor(h, email, password),
  ];
  const { body } = await h.as(there)('GET', '/sessions');
  const current = body.items.find((each: { current: boolean }) => each.current).id as string;
  expect((await h.as(here)('DELETE', `/sessions/${current}`)).status).toBe(204);
  expect((await h.as(here)('DELETE', `/sessions/${current}`)).body.code).toBe('session.not_found');
  expect((await h.as(there)('GET', '/session')).status).toBe(401);
  expect((await h.as(third)('GET', '/session')).status).toBe(200);
  expect((await h.as(here)('DELETE', '/sessions')).status).toBe(204);
  expect((await h.as(third)('GET', '/session')).status).toBe(401);
  expect((await h.as(here)('GET', '/sessions')).body.items).toHaveLength(1);
});

test('a session that is used lives on, one that is not ends after 30 days', async () => {
  const cookie = await cookieFor(h, email, password);
  const day = 24 * 3600;
  for (let days = 0; days < 60; days += 20) {
    h.moveClock(20 * day);
    const second = await h.second();
    expect((await second.as(cookie)('GET', '/session')).status).toBe(200);
    await second.identity.close();
    await second.http.close();
  }
  const own = await h.as(cookie)('GET', '/session');
  expect(own.headers['set-cookie']).toContain(`otklik_session=${cookie}; Path=/`);
  h.moveClock(31 * day);
  expect((await h.as(cookie)('GET', '/session')).status).toBe(401);
});

test('a signed-in request costs no query while its session is fresh in memory', async () => {
  const cookie = await cookieFor(h, email, password);
  const credentials = { cookie, authorization: undefined, ip: '127.0.0.1' };
  await new Promise((settled) => setTimeout(settled, 3_100));
  await h.identity.authenticate(credentials);
  const { pool } = h.db;
  const connect = pool.connect.bind(pool);
  let asked = 0;
  pool.connect = ((...rest: []) => ((asked += 1), connect(...rest))) as typeof pool.connect;
  try {
    for (let times = 0; times < 100; times += 1) {
      expect(await h.identity.authenticate(credentials)).toMatchObject({
        name: 'Анна',
        kind: 'user',
      });
    }
  } finally {
    pool.connect = connect;
  }
  expect(asked).toBe(0);
});

test('the audit log has every sign-in and every failure, and no secret', async () => {
  await signIn({ email, password: 'a wrong secret' });
  const cookie = await cookieFor(h, email, password);
  const { body } = await h.as(cookie)('GET', '/audit?limit=2');
  expect(body.items).toMatchObject([
    { action: 'session.opened', actor: { name: 'Анна', kind: 'user' }, subject: { name: 'Анна' } },
    {
      action: 'session.refused',
      actor: { kind: 'system' },
      after: { reason: 'wrong_credentials' },
      ip: '127.0.0.1',
    },
  ]);
  const all = JSON.stringify((await h.as(cookie)('GET', '/audit?limit=200')).body);
  expect(all).not.toContain('a wrong secret');
  expect(all).not.toContain(cookie.split('.')[1]);
});

test('with two companies on one server the address, the host name or the named one decides', async () => {
  const other = 'boris@example.org';
  await found('Second Company', other, 'boris keeps bees');
  await found('Third', email, 'another long password');
  const whereIs = async (body: object, host = 'desk.example.org') =>
    (await signIn(body, { host })).body.workspace?.name as string | undefined;

  expect(await whereIs({ email: other, password: 'boris keeps bees' })).toBe('Second Company');
  expect(await whereIs({ email, password })).toBe('Ромашка');
  expect(await whereIs({ email, password: 'another long password' })).toBe('Third');
  expect(await whereIs({ email, password, workspace: 'third' })).toBeUndefined();
  expect(await whereIs({ email, password }, 'third.example.org')).toBeUndefined();
  expect(await whereIs({ email, password }, 'romashka.example.org')).toBe('Ромашка');
  const stranger = await signIn({ email: 'x@y.z', password: 'wrong one', workspace: 'no-such' });
  expect(stranger.body.code).toBe('session.wrong_credentials');
});

test('what another company has is not there', async () => {
  const cookie = cookieIn(
    await signIn({ email: 'boris@example.org', password: 'boris keeps bees' }),
  );
  const boris = h.as(cookie);
  const anna = h.as(await cookieFor(h, email, password));
  const { items } = (await anna('GET', '/users')).body;
  const change = await boris('PATCH', `/users/${items[0].id}`, {
    version: items[0].version,
    name: 'X',
  });
  expect([change.status, change.body.code]).toEqual([404, 'user.not_found']);
  expect((await boris('GET', '/users')).body.items).toHaveLength(1);
});

async function found(company: string, person: string, secret: string): Promise<void> {
  await h.run().execute(
    foundWorkspace,
    {
      company,
      locale: 'en',
      timeZone: 'UTC',
      administrator: { name: 'Boris', email: person, passwordHash: await hashPassword(secret) },
      onlyFirst: false,
    },
    systemActor(newId()),
  );
}
