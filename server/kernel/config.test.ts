import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { publicUrl, readConfig } from './config.ts';
import { StartProblem } from './start-problem.ts';

function problemOf(env: Record<string, string>): StartProblem {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof StartProblem) {
      return error;
    }
    throw error;
  }
  throw new Error('the configuration was accepted');
}

test('an empty environment gives the documented defaults', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    url: null,
    smtp: { host: '127.0.0.1', port: 2525, certificate: null },
    dataDir: resolve('data'),
    databaseUrl: null,
    setup: null,
    demo: false,
    logLevel: 'info',
    trustProxy: false,
    privateWebhooks: false,
  });
  expect([...config.roles]).toEqual(['web', 'worker', 'channels']);
});

test('an empty value counts as unset', () => {
  expect(readConfig({ OTKLIK_PORT: '', DATABASE_URL: ' ' }).port).toBe(3000);
});

test('every variable is taken over', () => {
  const config = readConfig({
    OTKLIK_HOST: '0.0.0.0',
    OTKLIK_PORT: '8080',
    OTKLIK_URL: 'https://desk.example.org/',
    OTKLIK_SMTP_HOST: '::1',
    OTKLIK_SMTP_PORT: '25',
    OTKLIK_SMTP_CERT: '/etc/tls/full.pem',
    OTKLIK_SMTP_KEY: 'tls/key.pem',
    OTKLIK_DATA_DIR: '/srv/otklik',
    DATABASE_URL: 'postgresql://a:b@db/otklik',
    OTKLIK_ROLES: 'web, worker',
    OTKLIK_DEMO: '1',
    OTKLIK_SETUP_EMAIL: 'anna@example.org',
    OTKLIK_SETUP_PASSWORD: 'long enough',
    OTKLIK_SETUP_LOCALE: 'ru',
    OTKLIK_TRUST_PROXY: '10.0.0.0/8, ::1',
    OTKLIK_PRIVATE_WEBHOOKS: '1',
  });
  expect(config).toMatchObject({
    privateWebhooks: true,
    url: 'https://desk.example.org',
    smtp: {
      host: '::1',
      port: 25,
      certificate: { cert: '/etc/tls/full.pem', key: resolve('tls/key.pem') },
    },
    dataDir: '/srv/otklik',
    demo: true,
    setup: { workspace: 'Отклик', email: 'anna@example.org', locale: 'ru' },
    trustProxy: ['10.0.0.0/8', '::1'],
  });
  expect(config.roles.has('channels')).toBe(false);
});

describe('a wrong value is refused in one sentence that names the variable', () => {
  test.each([
    ['OTKLIK_PORT', '70000'],
    ['OTKLIK_PORT', 'http'],
    ['OTKLIK_SMTP_PORT', '-1'],
    ['OTKLIK_HOST', 'a b'],
    ['OTKLIK_URL', 'desk.example.org'],
    ['OTKLIK_URL', 'ftp://desk.example.org'],
    ['DATABASE_URL', 'mysql://db'],
    ['OTKLIK_ROLES', 'web,cook'],
    ['OTKLIK_LOG_LEVEL', 'loud'],
    ['OTKLIK_DEMO', 'perhaps'],
    ['OTKLIK_TRUST_PROXY', '10.0.0.0/99'],
    ['OTKLIK_SETUP_EMAIL', 'anna'],
    ['OTKLIK_SETUP_PASSWORD', 'short'],
  ])('%s=%s', (name, value) => {
    const problem = problemOf({ [name]: value });
    expect(problem.code).toBe('config.invalid');
    expect(problem.sentence.en).toContain(name);
    expect(problem.sentence.ru).toContain(name);
    expect(problem.sentence.en).not.toContain(`'${value}'`);
  });
});

test('half of the unattended set-up is refused by the name of what is missing', () => {
  expect(problemOf({ OTKLIK_SETUP_EMAIL: 'anna@example.org' }).message).toContain(
    'OTKLIK_SETUP_PASSWORD',
  );
});

test.each([
  ['OTKLIK_SMTP_CERT', 'OTKLIK_SMTP_KEY'],
  ['OTKLIK_SMTP_KEY', 'OTKLIK_SMTP_CERT'],
])('a certificate for incoming mail comes with its key: %s alone', (given, missing) => {
  expect(problemOf({ [given]: '/etc/tls/some.pem' }).message).toContain(missing);
});

test('the public address follows the port that was really taken', () => {
  expect(publicUrl(readConfig({ OTKLIK_PORT: '0' }), 4711)).toBe('http://127.0.0.1:4711');
  expect(publicUrl(readConfig({ OTKLIK_HOST: '::' }))).toBe('http://localhost:3000');
  expect(publicUrl(readConfig({ OTKLIK_HOST: '::1' }))).toBe('http://[::1]:3000');
});
