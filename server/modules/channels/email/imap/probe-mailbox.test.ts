import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type ImapFixture, startImapServer } from '../../../../test/mail/imap-server.ts';
import { letterText } from '../../../../test/mail/letters.ts';
import { type SmtpSink, startSmtpSink } from '../../../../test/mail/smtp-sink.ts';
import { makeSelfSigned } from '../../smtp/self-signed.ts';
import type { SendingSettings } from '../sending/sender.ts';
import { probeMailbox } from './probe-mailbox.ts';
import type { ProbeEnvironment, ProbeStep } from './probe-step.ts';
import type { ServerSettings } from './settings.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) {
    await thing.close();
  }
});

const environment: ProbeEnvironment = {
  lookup: async () => [{ address: '127.0.0.1' }],
  timeoutMs: 1000,
};
const now = Date.now();
const certificate = (...names: [string, ...string[]]) =>
  makeSelfSigned({ names, from: new Date(now - 1e6), until: new Date(now + 1e9) });

function keep<T extends { close(): unknown }>(thing: T): T {
  open.push(thing);
  return thing;
}

function at(
  { port }: { readonly port: number },
  more: Partial<ServerSettings> = {},
): ServerSettings {
  return {
    host: '127.0.0.1',
    port,
    security: 'none',
    user: 'support@own.test',
    secret: { kind: 'password', password: 'secret' },
    ...more,
  };
}

async function imap(...options: Parameters<typeof startImapServer>): Promise<ImapFixture> {
  return keep(await startImapServer(...options));
}

async function smtp(...options: Parameters<typeof startSmtpSink>): Promise<SmtpSink> {
  return keep(await startSmtpSink(...options));
}

function brief(steps: readonly ProbeStep[]): string[] {
  return steps.map(({ step, ok, code }) => `${step} ${ok ? 'ok' : 'FAILED'} ${code}`);
}

async function incoming(settings: ServerSettings & { folder?: string }): Promise<string[]> {
  return brief(await probeMailbox({ incoming: settings, outgoing: null }, environment));
}

async function outgoing(settings: SendingSettings): Promise<string[]> {
  return brief(await probeMailbox({ incoming: null, outgoing: settings }, environment));
}

test('a mailbox that works is told step by step, a letter sent included', async () => {
  const received = await imap();
  const sent = await smtp({ passwords: { 'support@own.test': 'secret' } });
  const steps = await probeMailbox(
    {
      incoming: at(received),
      outgoing: at(sent),
      letter: {
        from: 'support@own.test',
        to: 'admin@own.test',
        raw: Buffer.from(letterText('probe')),
      },
    },
    environment,
  );
  expect(brief(steps)).toEqual([
    'dns ok fine',
    'connect ok fine',
    'tls ok not_secret',
    'sign_in ok fine',
    'folder ok fine',
    'idle ok fine',
    'smtp_dns ok fine',
    'smtp_connect ok fine',
    'smtp_tls ok not_secret',
    'smtp_sign_in ok fine',
    'smtp_send ok fine',
  ]);
  expect(sent.letters).toHaveLength(1);
});

test('a host that does not exist, a closed port and a silent one are told apart', async () => {
  const missing = await probeMailbox(
    { incoming: at({ port: 1 }), outgoing: null },
    {
      ...environment,
      lookup: async () => {
        throw Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
      },
    },
  );
  expect(brief(missing)).toEqual(['dns FAILED host_not_found']);
  const gone = await startImapServer();
  await gone.close();
  expect(await incoming(at(gone))).toEqual(['dns ok fine', 'connect FAILED refused']);
  const mute = await imap();
  mute.faults.mute = true;
  expect(await incoming(at(mute))).toEqual([
    'dns ok fine',
    'connect ok fine',
    'connect FAILED no_greeting',
  ]);
});

test.each([
  ['NO [AUTHENTICATIONFAILED] Invalid credentials', 'wrong_password'],
  [
    'NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)',
    'app_password_needed',
  ],
  [
    'NO [ALERT] Your account is not enabled for IMAP use. Please visit your Gmail settings page (Failure)',
    'switched_off',
  ],
  [
    'NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled',
    'app_password_or_switched_off',
  ],
  [
    'NO [ALERT] Please log in via your web browser: https://support.google.com/mail/accounts/answer/78754',
    'confirm_in_browser',
  ],
  [
    'NO Authentication failed. Please use application password https://help.mail.ru',
    'app_password_needed',
  ],
  ['NO [LIMIT] Too many simultaneous connections. (Failure)', 'too_many_connections'],
  [
    'NO [PRIVACYREQUIRED] Plaintext authentication disallowed on non-secure (SSL/TLS) connections.',
    'encryption_needed',
  ],
])('a refused sign-in: %s', async (reply, code) => {
  const server = await imap();
  server.faults.refuseLogin = reply;
  expect((await incoming(at(server))).at(-1)).toBe(`sign_in FAILED ${code}`);
});

test('a folder that is not there and a server without IDLE are told', async () => {
  const server = await imap();
  server.faults.noIdle = true;
  expect((await incoming(at(server))).at(-1)).toBe('idle ok polling');
  expect((await incoming({ ...at(server), folder: 'Нет такой' })).at(-1)).toBe(
    'folder FAILED folder_missing',
  );
});

test('what is wrong with a certificate is told', async () => {
  const good = certificate('localhost', 'own.test');
  const server = await imap({ tls: good });
  const tls = at(server, { security: 'tls', host: 'localhost' });
  expect((await incoming(tls)).at(-1)).toBe('tls FAILED certificate_self_signed');
  expect((await incoming({ ...tls, authority: good.cert })).at(-1)).toBe('idle ok fine');
  expect((await incoming({ ...tls, anyCertificate: true })).at(-1)).toBe('idle ok fine');
  const other = certificate('other.test');
  const misnamed = await imap({ tls: other });
  expect((await incoming({ ...tls, port: misnamed.port, authority: other.cert })).at(-1)).toBe(
    'tls FAILED certificate_wrong_host',
  );
  const old = makeSelfSigned({
    names: ['localhost'],
    from: new Date(now - 9e9),
    until: new Date(now - 1e9),
  });
  const expired = await imap({ tls: old });
  expect((await incoming({ ...tls, port: expired.port, authority: old.cert })).at(-1)).toBe(
    'tls FAILED certificate_expired',
  );
});

test('the wrong kind of encryption is told', async () => {
  const plain = await imap();
  expect((await incoming(at(plain, { security: 'tls' }))).at(-1)).toBe('tls FAILED tls_not_spoken');
  expect((await incoming(at(plain, { security: 'starttls' }))).at(-1)).toBe(
    'tls FAILED starttls_missing',
  );
  const mail = await smtp();
  expect((await outgoing({ ...at(mail), security: 'tls' })).at(-1)).toBe(
    'smtp_tls FAILED tls_not_spoken',
  );
  expect((await outgoing({ ...at(mail), security: 'starttls' })).at(-1)).toBe(
    'smtp_tls FAILED starttls_missing',
  );
});

test('a server that speaks another protocol is told', async () => {
  const web: Server = createServer((socket) =>
    socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
  );
  await new Promise<void>((resolve) => {
    web.listen(0, '127.0.0.1', resolve);
  });
  open.push(web);
  const port = (web.address() as AddressInfo).port;
  expect((await outgoing(at({ port }))).at(-1)).toBe('smtp_connect FAILED wrong_protocol');
  expect((await incoming(at({ port }))).at(-1)).toMatch(/FAILED/);
});

test('outgoing: sign-in, tokens and a refused letter', async () => {
  const mail = await smtp({ passwords: { 'support@own.test': 'other' } });
  expect((await outgoing(at(mail))).at(-1)).toBe('smtp_sign_in FAILED wrong_password');
  mail.faults.refuseLogin = {
    code: 535,
    text: '5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant',
  };
  expect((await outgoing(at(mail))).at(-1)).toBe('smtp_sign_in FAILED switched_off');
  mail.faults.refuseLogin = null;
  const token = { kind: 'oauth', accessToken: async () => 'token' } as const;
  expect((await outgoing(at(mail, { secret: token }))).at(-1)).toBe(
    'smtp_sign_in FAILED sign_in_again',
  );
  mail.tokens.add('token');
  expect((await outgoing(at(mail, { secret: token }))).at(-1)).toBe('smtp_sign_in ok fine');
  const relay = await smtp();
  expect((await outgoing({ ...at(relay), user: null, secret: null })).at(-1)).toBe(
    'smtp_sign_in ok no_sign_in',
  );
  relay.faults.letters.push({ code: 550, text: '5.7.1 not today' });
  const steps = await probeMailbox(
    {
      incoming: null,
      outgoing: { ...at(relay), user: null, secret: null },
      letter: { from: 'a@own.test', to: 'b@own.test', raw: Buffer.from('x') },
    },
    environment,
  );
  expect(steps.at(-1)).toMatchObject({ step: 'smtp_send', ok: false, code: 'letter_refused' });
});
