import { afterAll, beforeAll, expect, test } from 'vitest';
import { StartProblem } from '../kernel/start-problem.ts';
import { openHarness, type Harness } from '../modules/identity/test-harness.ts';
import { runSetup, setUpUnattended } from './setup.ts';
import { runUser } from './user.ts';

let h: Harness;
const setup = {
  workspace: 'Ромашка',
  email: 'anna@romashka.ru',
  password: 'ландыш под дождём',
  locale: 'ru',
} as const;

beforeAll(async () => {
  h = await openHarness();
});
afterAll(() => h.close());

async function user(...args: string[]) {
  let text = '';
  const write = (more: string) => void (text += more);
  const code = await runUser({ db: h.db, executor: h.run(), language: 'en', write }, args);
  return { code, text };
}

const signIn = async (email: string, password: string) =>
  (await h.call('POST', '/session', { email, password })).status;

test('a weak password of an unattended first run is one sentence in both languages', async () => {
  const weak = setUpUnattended(h, { setup: { ...setup, password: 'password1' } });
  const problem = await weak.catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartProblem);
  expect((problem as StartProblem).sentence.ru).toContain('OTKLIK_SETUP_PASSWORD');
});

test('before there is a workspace the command line says so', async () => {
  expect(await user('list')).toEqual({
    code: 1,
    text: 'There is no such workspace. Set one up first: otklik setup\n',
  });
});

test('the first run from the environment happens once, however often it is asked for', async () => {
  expect(await setUpUnattended(h, { setup: null })).toBe(false);
  const both = await Promise.all([setUpUnattended(h, { setup }), setUpUnattended(h, { setup })]);
  expect(both.toSorted()).toEqual([false, true]);
  expect(await setUpUnattended(h, { setup: { ...setup, password: 'another password' } })).toBe(
    false,
  );
  expect(await signIn(setup.email, setup.password)).toBe(200);
});

test('setup by arguments names what is missing and leaves a workspace alone', async () => {
  let said = '';
  const write = (text: string) => void (said += text);
  const missing = runSetup(h, { setup: null }, { args: ['--email', 'a@b.ru'], write });
  await expect(missing).rejects.toThrow('--password');
  const odd = runSetup(h, { setup: null }, { args: ['--colour', 'red'], write });
  await expect(odd).rejects.toThrow('--company');
  await runSetup(h, { setup }, { args: [], write });
  expect(said).toContain('ничего не изменено');
});

test('the holder of the server adds people, and a made password is shown once', async () => {
  const added = await user('add', 'ivan@romashka.ru', '--name', 'Иван', '--role', 'lead');
  expect(added).toMatchObject({ code: 0, text: expect.stringContaining('Руководитель команды') });
  const made = /password: (\S+)/.exec(added.text)?.[1] ?? '';
  expect(await signIn('ivan@romashka.ru', made)).toBe(200);
  const typed = await user('add', 'olga@romashka.ru', '--password', 'сирень у колодца');
  expect(typed.text).not.toContain('сирень');
  expect((await user('list')).text.split('\n').slice(0, -1)).toEqual([
    'olga@romashka.ru\tolga\tСотрудник\tactive',
    'anna@romashka.ru\tАдминистратор\tАдминистратор\tactive',
    'ivan@romashka.ru\tИван\tРуководитель команды\tactive',
  ]);
});

test('a forgotten password, a role, a departure: each is one line', async () => {
  const { text } = await user('password', 'ivan@romashka.ru');
  expect(await signIn('ivan@romashka.ru', /password: (\S+)/.exec(text)?.[1] ?? '')).toBe(200);
  expect((await user('sign-out', 'ivan@romashka.ru')).text).toBe('Done: ivan@romashka.ru\t1\n');
  expect((await user('role', 'ivan@romashka.ru', 'Наблюдатель')).text).toContain('Наблюдатель');
  expect((await user('deactivate', 'olga@romashka.ru')).text).toContain('deactivated');
  expect(await signIn('olga@romashka.ru', 'сирень у колодца')).toBe(401);
  await user('activate', 'olga@romashka.ru');
  expect(await signIn('olga@romashka.ru', 'сирень у колодца')).toBe(200);
  expect((await user('totp-off', 'olga@romashka.ru')).code).toBe(0);
});

test('what cannot be is said in words, with code 1', async () => {
  expect((await user('deactivate', 'anna@romashka.ru')).text).toBe(
    'Refused: user.last_administrator\n',
  );
  expect((await user('role', 'nobody@romashka.ru', 'agent')).text).toContain('nobody@romashka.ru');
  expect((await user('role', 'ivan@romashka.ru', 'pilot')).text).toContain('pilot');
  expect((await user('add', 'ivan@romashka.ru')).text).toBe('Refused: email taken\n');
  expect((await user('add', 'new@romashka.ru', '--password', 'qwertyuiop')).text).toBe(
    'Refused: password too_common\n',
  );
  expect((await user('fly')).text).toContain('otklik user list');
  expect((await user('list', '--odd')).code).toBe(1);
});
