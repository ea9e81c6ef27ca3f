import { afterEach, expect, test } from 'vitest';
import { letterText } from '../../../../test/mail/letters.ts';
import {
  type SmtpSink,
  type SmtpSinkOptions,
  startSmtpSink,
} from '../../../../test/mail/smtp-sink.ts';
import { makeSelfSigned } from '../../smtp/self-signed.ts';
import { openSender, type Sender, type SenderOptions, type SendingSettings } from './sender.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) {
    await thing.close();
  }
});

async function sink(options: SmtpSinkOptions = {}): Promise<SmtpSink> {
  const started = await startSmtpSink(options);
  open.push(started);
  return started;
}

function sender(options: SenderOptions = {}): Sender {
  const opened = openSender({ connectTimeoutMs: 1000, silenceMs: 300, ...options });
  open.push(opened);
  return opened;
}

function settings(
  { host, port }: { host: string; port: number },
  more: Partial<SendingSettings> = {},
): SendingSettings {
  return { host, port, security: 'none', user: null, secret: null, ...more };
}

const raw = Buffer.from(letterText('1'));
const envelope = { from: 'support@own.test', to: ['anna@there.test'] };
const password = { kind: 'password', password: 'secret' } as const;

test('a letter goes out byte for byte and the name in the queue is kept', async () => {
  const smtp = await sink();
  expect(await sender().send(settings(smtp), raw, envelope)).toEqual({
    kind: 'sent',
    accepted: ['anna@there.test'],
    response: '250 2.0.0 Ok: queued as Q1',
    queuedAs: 'Q1',
  });
  expect(smtp.letters[0]).toMatchObject({
    from: 'support@own.test',
    to: ['anna@there.test'],
    user: null,
  });
  expect(smtp.letters[0]?.raw.toString()).toBe(raw.toString());
});

test('letters of one mailbox share connections', async () => {
  const smtp = await sink({ passwords: { me: 'secret' } });
  const post = sender();
  const mine = settings(smtp, { user: 'me', secret: password });
  for (let number = 0; number < 5; number += 1) {
    expect((await post.send(mine, raw, envelope)).kind).toBe('sent');
  }
  expect([smtp.connections, smtp.letters.length, smtp.letters[0]?.user]).toEqual([1, 5, 'me']);
});

test('an unknown address is a permanent failure, in a code', async () => {
  const smtp = await sink();
  smtp.faults.recipients.set('anna@there.test', [
    { code: 550, text: '5.1.1 The email account does not exist' },
  ]);
  expect(await sender().send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'permanent',
    code: 'address_unknown',
    status: '5.1.1',
    refused: [{ address: 'anna@there.test', temporary: false }],
  });
});

test('a 4xx is temporary, and the next attempt may go through or be refused for good', async () => {
  const smtp = await sink();
  smtp.faults.recipients.set('anna@there.test', [
    { code: 451, text: '4.7.1 Greylisted, try again later' },
  ]);
  smtp.faults.letters.push(
    { code: 452, text: '4.3.1 Insufficient storage' },
    { code: 554, text: '5.7.1 Message rejected as spam' },
  );
  const post = sender();
  expect(await post.send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'greylisted',
    status: '4.7.1',
  });
  expect(await post.send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'mailbox_full',
  });
  expect(await post.send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'permanent',
    code: 'blocked',
  });
  expect((await post.send(settings(smtp), raw, envelope)).kind).toBe('sent');
});

test('some recipients accepted and some refused is told for each', async () => {
  const smtp = await sink();
  smtp.faults.recipients.set('full@there.test', [{ code: 452, text: '4.2.2 Mailbox full' }]);
  smtp.faults.recipients.set('gone@there.test', [{ code: 550, text: '5.1.1 User unknown' }]);
  const to = ['anna@there.test', 'full@there.test', 'gone@there.test'];
  expect(await sender().send(settings(smtp), raw, { ...envelope, to })).toMatchObject({
    kind: 'partly',
    accepted: ['anna@there.test'],
    refused: [
      { address: 'full@there.test', temporary: true, code: 'mailbox_full' },
      { address: 'gone@there.test', temporary: false, code: 'address_unknown' },
    ],
    queuedAs: 'Q1',
  });
});

test('a refused sender and a letter too large are permanent', async () => {
  const smtp = await sink({ letterBytes: 500 });
  const big = Buffer.from(letterText('big', {}, 'x\r\n'.repeat(1000)));
  expect(await sender().send(settings(smtp), big, envelope)).toMatchObject({
    kind: 'permanent',
    code: 'too_large',
  });
  smtp.faults.refuseSender = {
    code: 553,
    text: '5.7.1 Sender address rejected: not owned by user',
  };
  expect(await sender().send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'permanent',
    code: 'sender_refused',
  });
});

test('whatever an administrator can mend is temporary: password, token, network', async () => {
  const smtp = await sink({ passwords: { me: 'other' } });
  const post = sender();
  const mine = settings(smtp, { user: 'me', secret: password });
  expect(await post.send(mine, raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'wrong_password',
  });
  const closed = await startSmtpSink();
  await closed.close();
  expect(await post.send(settings(closed), raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'refused',
    refused: [{ address: 'anna@there.test', temporary: true }],
  });
});

test('a server that drops the connection or hangs is tried later, never twice by itself', async () => {
  const smtp = await sink();
  const post = sender();
  smtp.faults.dropAt.push('answer');
  expect(await post.send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'connection_lost',
  });
  expect(smtp.connections).toBe(1);
  smtp.faults.hang = true;
  expect(await post.send(settings(smtp), raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'timeout',
  });
  smtp.faults.hang = false;
  expect((await post.send(settings(smtp), raw, envelope)).kind).toBe('sent');
});

test('a token is asked for when it is needed, and a refused one is replaced once', async () => {
  const smtp = await sink({ passwords: {} });
  smtp.tokens.add('good');
  const asked: boolean[] = [];
  const mine = settings(smtp, {
    user: 'me',
    secret: {
      kind: 'oauth',
      accessToken: async ({ fresh = false } = {}) => {
        asked.push(fresh);
        return fresh ? 'good' : 'stale';
      },
    },
  });
  expect((await sender().send(mine, raw, envelope)).kind).toBe('sent');
  expect(asked).toEqual([false, true]);
  smtp.tokens.clear();
  expect(await sender().send(mine, raw, envelope)).toMatchObject({
    kind: 'temporary',
    code: 'sign_in_again',
  });
});

test('STARTTLS is never skipped when it is asked for, and a certificate is looked at', async () => {
  const plain = await sink();
  expect(
    await sender().send(settings(plain, { security: 'starttls' }), raw, envelope),
  ).toMatchObject({
    kind: 'temporary',
    code: 'starttls_missing',
  });
  const now = Date.now();
  const tls = makeSelfSigned({
    names: ['localhost'],
    from: new Date(now - 1e6),
    until: new Date(now + 1e9),
  });
  const secure = await sink({ tls });
  const starttls = settings({ ...secure, host: 'localhost' }, { security: 'starttls' });
  expect(await sender().send(starttls, raw, envelope)).toMatchObject({
    code: 'certificate_self_signed',
  });
  expect((await sender().send({ ...starttls, authority: tls.cert }, raw, envelope)).kind).toBe(
    'sent',
  );
  expect((await sender().send({ ...starttls, anyCertificate: true }, raw, envelope)).kind).toBe(
    'sent',
  );
  expect(secure.letters.every((letter) => letter.tls)).toBe(true);
});

test('letters to own addresses never leave the house, others need a way out', async () => {
  const here: (readonly string[])[] = [];
  const post = sender({
    isOwnAddress: async (address) => address.endsWith('@localhost'),
    deliverHere: async (_raw, { to }) => void here.push(to),
  });
  const to = ['support@localhost', 'anna@there.test'];
  expect(
    await post.send(null, raw, { from: 'a@localhost', to: ['support@localhost'] }),
  ).toMatchObject({ kind: 'sent' });
  expect(await post.send(null, raw, { from: 'a@localhost', to })).toMatchObject({
    kind: 'partly',
    accepted: ['support@localhost'],
    refused: [{ address: 'anna@there.test', temporary: false, code: 'no_route' }],
  });
  const smtp = await sink();
  expect(await post.send(settings(smtp), raw, { from: 'a@localhost', to })).toMatchObject({
    kind: 'sent',
    accepted: to,
  });
  expect(here).toHaveLength(3);
});

test('a bounce has an empty sender', async () => {
  const smtp = await sink();
  await sender().send(settings(smtp), raw, { ...envelope, from: '' });
  expect(smtp.letters[0]?.from).toBe('');
});
