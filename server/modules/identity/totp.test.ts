import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  cookieFor,
  cookieIn,
  openHarness,
  setupAnswers,
  type Caller,
  type Harness,
} from './test-harness.ts';

const { email, password } = setupAnswers.administrator;
let h: Harness;
let me: Caller;
let secret: string;
let recoveryCodes: string[];

beforeAll(async () => {
  h = await openHarness();
  me = h.as(cookieIn(await h.call('POST', '/setup', setupAnswers)));
});
afterAll(() => h.close());

const codeNow = (shiftSeconds = 0) =>
  TOTP.generate({
    secret: Secret.fromBase32(secret),
    timestamp: h.clock().getTime() + shiftSeconds * 1000,
  });
const signIn = (code?: string) =>
  h.call('POST', '/session', { email, password, ...(code && { code }) });

test('a second factor is begun by the password and counts once a code of it has been seen', async () => {
  const elsewhere = h.as(await cookieFor(h, email, password));
  expect((await me('POST', '/totp', { password: 'not mine' })).body.code).toBe('password.wrong');
  expect((await me('POST', '/totp/confirm', { code: '123456' })).body.code).toBe('totp.not_begun');
  const begun = await me('POST', '/totp', { password });
  secret = begun.body.secret as string;
  expect(begun.body.uri).toMatch(/^otpauth:\/\/totp\/.*secret=[A-Z2-7]{32}/);
  expect((await signIn()).status).toBe(200);
  expect((await me('POST', '/totp/confirm', { code: codeNow(300) })).body.code).toBe(
    'totp.wrong_code',
  );
  const confirmed = await me('POST', '/totp/confirm', { code: codeNow() });
  recoveryCodes = confirmed.body.recoveryCodes as string[];
  expect(recoveryCodes).toHaveLength(10);
  expect(new Set(recoveryCodes).size).toBe(10);
  expect((await me('GET', '/session')).body.totp).toEqual({ enabled: true, required: false });
  expect((await elsewhere('GET', '/session')).status).toBe(401);
});

test('then the password alone is not enough, and no code is accepted twice', async () => {
  expect((await signIn()).body.code).toBe('session.code_needed');
  expect((await signIn(codeNow())).body.code).toBe('session.wrong_code');
  h.moveClock(30);
  const code = codeNow();
  expect((await signIn(`${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  expect((await signIn(code)).body.code).toBe('session.wrong_code');
});

test('a clock that is one step off is forgiven, two are not', async () => {
  h.moveClock(600);
  expect((await signIn(codeNow(-60))).body.code).toBe('session.wrong_code');
  expect((await signIn(codeNow(60))).body.code).toBe('session.wrong_code');
  expect((await signIn(codeNow(-30))).status).toBe(200);
  expect((await signIn(codeNow(30))).status).toBe(200);
});

test('two sign-ins at once with one code: one is accepted', async () => {
  h.moveClock(600);
  const code = codeNow();
  const answers = await Promise.all([signIn(code), signIn(code)]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401]);
});

test('a recovery code works once, typed as people type', async () => {
  h.moveClock(600);
  const [first = ''] = recoveryCodes;
  expect((await signIn(first.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
  expect((await signIn(first)).body.code).toBe('session.wrong_code');
});

test('guessing codes is limited like guessing passwords, also when the password is known', async () => {
  h.moveClock(25 * 3600);
  const answers: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    await signIn();
    answers.push((await signIn('000000')).status);
  }
  expect(answers).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  h.moveClock(25 * 3600);
});

test('the secret lies sealed in the database, codes as hashes, and the audit log names neither', async () => {
  const cookie = cookieIn(await signIn(codeNow()));
  const { body } = await h.as(cookie)('GET', '/audit?limit=200');
  const text = JSON.stringify(body);
  expect(text).toContain('totp.enabled');
  expect(text).not.toContain(secret);
  expect(text).not.toContain(recoveryCodes[1]);
});

test('it is switched off by the password', async () => {
  h.moveClock(600);
  me = h.as(cookieIn(await signIn(codeNow())));
  expect((await me('DELETE', '/totp', { password: 'not mine' })).status).toBe(422);
  expect((await me('DELETE', '/totp', { password })).status).toBe(204);
  expect((await signIn()).status).toBe(200);
});

test('a company that requires it lets people in only as far as setting it up', async () => {
  const { version } = (await me('GET', '/workspace')).body;
  const changed = await me('PATCH', '/workspace', { version, requireTotp: true });
  expect(changed.body).toMatchObject({ requireTotp: true, version: 2 });
  const refused = await me('GET', '/users');
  expect([refused.status, refused.body.code]).toEqual([403, 'session.totp_required']);
  expect((await me('GET', '/workspace')).body.code).toBe('session.totp_required');
  expect((await me('GET', '/session')).body.totp).toEqual({ enabled: false, required: true });
  expect((await me('PATCH', '/me', { theme: 'dark' })).body.theme).toBe('dark');
  secret = (await me('POST', '/totp', { password })).body.secret as string;
  expect((await me('POST', '/totp/confirm', { code: codeNow() })).status).toBe(200);
  expect((await me('GET', '/users')).status).toBe(200);
});

test('an administrator takes the second factor off somebody who lost it', async () => {
  const { items } = (await me('GET', '/users')).body;
  const [{ id, version }] = items;
  const changed = await me('PATCH', `/users/${id}`, { version, totpEnabled: false });
  expect(changed.body.totpEnabled).toBe(false);
});
