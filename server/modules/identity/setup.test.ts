import { afterAll, beforeAll, expect, test } from 'vitest';
import { contribute } from '../../kernel/extension-points.ts';
import { workspaceFounders, type NewWorkspace } from './points.ts';
import { cookieIn, openHarness, setupAnswers, type Harness } from './test-harness.ts';

let h: Harness;
const founded: NewWorkspace[] = [];
beforeAll(async () => {
  const founder = contribute(workspaceFounders, async (_ctx, workspace) => {
    founded.push(workspace);
  });
  h = await openHarness({ contributions: [founder] });
});
afterAll(() => h.close());

test('an empty installation asks to be set up, in the language of the browser', async () => {
  const ru = await h.call('GET', '/setup', undefined, {
    'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8',
  });
  expect(ru.body).toEqual({
    needed: true,
    locale: 'ru',
    smtpAddress: 'support@localhost',
    smtpPort: 2525,
  });
  const en = await h.call('GET', '/setup', undefined, { 'accept-language': 'en-GB' });
  expect(en.body.locale).toBe('en');
});

test.each([
  [{ ...setupAnswers, company: '' }, 'company', 'too_short'],
  [{ ...setupAnswers, locale: 'de' }, 'locale', 'not_allowed'],
  [{ ...setupAnswers, timeZone: 'Europe/Atlantis' }, 'timeZone', 'not_time_zone'],
  [{ ...setupAnswers, timeZone: '+03:00' }, 'timeZone', 'not_time_zone'],
  [{ ...setupAnswers, extra: 1 }, 'extra', 'unknown'],
  [administeredBy({ email: 'nobody' }), 'administrator.email', 'not_email'],
  [administeredBy({ password: 'short' }), 'administrator.password', 'too_short'],
  [administeredBy({ password: 'Password123' }), 'administrator.password', 'too_common'],
  [administeredBy({ password: 'anna@ROMASHKA.ru' }), 'administrator.password', 'same_as_name'],
  [administeredBy({ name: 'a\u0000b' }), 'administrator.name', 'not_text'],
])('what is wrong with the answers is named: %#', async (answers, field, code) => {
  const { status, body } = await h.call('POST', '/setup', answers);
  expect([status, body.code, body.errors]).toEqual([400, 'input.invalid', [{ field, code }]]);
});

test('of two people who set up at once one makes the workspace, the other hears that it is done', async () => {
  const answers = await Promise.all([
    h.call('POST', '/setup', setupAnswers),
    h.call('POST', '/setup', setupAnswers),
  ]);
  const [done, late] = answers.toSorted((a, b) => a.status - b.status);
  expect([done?.status, late?.status, late?.body.code]).toEqual([201, 409, 'setup.done']);
  expect(done?.body).toMatchObject({
    user: { name: 'Анна', email: 'Anna@romashka.ru', locale: 'ru', theme: 'auto' },
    workspace: { name: 'Ромашка', locale: 'ru', timeZone: 'Europe/Moscow', requireTotp: false },
    role: { name: 'Администратор' },
    totp: { enabled: false, required: false },
    expiresAt: '2026-12-22T09:00:00.000Z',
  });
  const permissions = done?.body.permissions as string[];
  expect(permissions).toEqual(
    expect.arrayContaining(['ticket.delete', 'role.change', 'audit.read']),
  );
  const cookie = done?.headers['set-cookie'];
  expect(cookie).toHaveLength(2);
  expect(cookie?.[0]).toMatch(
    /^otklik_session=[0-9a-f]{32}\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
  );
  expect((await h.as(cookieIn(done!))('GET', '/session')).status).toBe(200);
});

test('every module was asked once for what it makes in a new workspace', () => {
  expect(founded).toMatchObject([
    { name: 'Ромашка', slug: 'romashka', locale: 'ru', timeZone: 'Europe/Moscow' },
  ]);
});

test('once set up, nobody sets up again', async () => {
  expect((await h.call('GET', '/setup')).body.needed).toBe(false);
  const again = await h.call('POST', '/setup', { ...setupAnswers, company: 'Другая' });
  expect([again.status, again.body.code]).toEqual([409, 'setup.done']);
});

test('over https the cookie is never sent in clear', async () => {
  const { email, password } = setupAnswers.administrator;
  const answer = await h.call(
    'POST',
    '/session',
    { email, password },
    { 'x-forwarded-proto': 'https' },
  );
  const cookies = answer.headers['set-cookie'] as string[];
  expect(cookies.map((cookie) => cookie.endsWith('; Secure'))).toEqual([true, true]);
});

function administeredBy(part: Partial<typeof setupAnswers.administrator | Record<string, string>>) {
  return { ...setupAnswers, administrator: { ...setupAnswers.administrator, ...part } };
}
