import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { afterEach, expect, test } from 'vitest';
import { openSmtpDialogue, type SmtpDialogue } from '../../../test/mail/smtp-dialogue.ts';
import { type IntakeOptions, type SmtpIntake, startSmtpIntake } from './intake-server.ts';
import { type IncomingLetter, LetterRefused } from './letter.ts';
import { makeSelfSigned } from './self-signed.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) {
    await thing.close();
  }
});

const quiet = { info: () => undefined, warn: () => undefined };

async function intake(
  options: Partial<IntakeOptions> = {},
): Promise<SmtpIntake & { letters: IncomingLetter[] }> {
  const letters: IncomingLetter[] = [];
  const started = await startSmtpIntake({
    host: '127.0.0.1',
    port: 0,
    isOwnAddress: async (address) => address.endsWith('@own.test'),
    receive: async (letter) => void letters.push(letter),
    log: quiet,
    ...options,
  });
  open.push(started);
  return {
    port: started.port,
    useCertificate: (certificate) => started.useCertificate(certificate),
    close: () => started.close(),
    letters,
  };
}

async function dialogue(port: number): Promise<SmtpDialogue> {
  const opened = await openSmtpDialogue(port);
  open.push(opened);
  return opened;
}

async function envelope(
  smtp: SmtpDialogue,
  from = 'a@there.test',
  to = 'help@own.test',
): Promise<void> {
  await smtp.say('EHLO there.test');
  await smtp.say(`MAIL FROM:<${from}>`);
  await smtp.say(`RCPT TO:<${to}>`);
}

async function send(smtp: SmtpDialogue, text: string | Buffer): Promise<string> {
  await smtp.say('DATA');
  smtp.write(text);
  return smtp.say('\r\n.');
}

const letter = 'From: a@there.test\r\nSubject: Help\r\n\r\n.. two dots\r\n';

test('a letter is kept exactly as it came, with what was said in the dialogue', async () => {
  const at = new Date('2026-11-02T10:00:00Z');
  const server = await intake({ now: () => at });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, letter)).toMatch(/^250 2\.6\.0/);
  const [received] = server.letters;
  expect(received?.envelope).toEqual({
    from: 'a@there.test',
    to: ['help@own.test'],
    remoteAddress: '127.0.0.1',
    helo: 'there.test',
    tls: false,
    receivedAt: at,
  });
  expect(received?.raw.kind === 'bytes' && received.raw.bytes.toString()).toBe(
    'From: a@there.test\r\nSubject: Help\r\n\r\n. two dots\r\n\r\n',
  );
});

test('250 is said only after the letter is safe', async () => {
  const safe = Promise.withResolvers<void>();
  const server = await intake({ receive: () => safe.promise });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  let answer = '';
  const answered = send(smtp, letter).then((reply) => (answer = reply));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(answer).toBe('');
  safe.resolve();
  expect(await answered).toMatch(/^250/);
});

test('when the letter cannot be stored the sender is asked to come again, and the connection stays usable', async () => {
  let broken = true;
  const server = await intake({
    receive: async () => {
      if (broken) {
        throw new Error('ENOSPC');
      }
    },
  });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, letter)).toMatch(/^451 4\.3\.0/);
  broken = false;
  await envelope(smtp);
  expect(await send(smtp, letter)).toMatch(/^250/);
});

test('a letter refused for good is answered with a permanent code', async () => {
  const server = await intake({
    receive: async () => {
      throw new LetterRefused('Loop detected');
    },
  });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, letter)).toBe('554 5.6.0 Loop detected');
});

test('there is no relaying, and asking around is ended', async () => {
  const server = await intake({ limits: { unknownRecipients: 2 } });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await smtp.say('RCPT TO:<victim@elsewhere.test>')).toBe(
    '550 5.1.1 No such recipient here',
  );
  expect(await smtp.say('RCPT TO:<victim2@elsewhere.test>')).toMatch(/^550/);
  expect(await smtp.say('RCPT TO:<victim3@elsewhere.test>')).toMatch(/^421/);
  expect(await smtp.hear()).toBe('');
});

test('VRFY and EXPN tell nothing about who exists', async () => {
  const smtp = await dialogue((await intake()).port);
  await smtp.say('EHLO there.test');
  expect(await smtp.say('VRFY help@own.test')).toBe(await smtp.say('VRFY nobody@own.test'));
  expect(await smtp.say('EXPN staff')).toMatch(/^500/);
});

test('a failing look-up of a recipient is temporary', async () => {
  const smtp = await dialogue(
    (
      await intake({
        isOwnAddress: async () => {
          throw new Error('database is away');
        },
      })
    ).port,
  );
  await smtp.say('EHLO there.test');
  await smtp.say('MAIL FROM:<a@there.test>');
  expect(await smtp.say('RCPT TO:<help@own.test>')).toMatch(/^451/);
});

test('extensions are offered, the size limit among them', async () => {
  const smtp = await dialogue((await intake({ limits: { letterBytes: 1000 } })).port);
  const greeting = await smtp.say('EHLO there.test');
  for (const word of ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES', 'SIZE 1000']) {
    expect(greeting).toContain(word);
  }
  expect(greeting).not.toContain('AUTH');
  expect(greeting).not.toContain('STARTTLS');
  expect(await smtp.say('MAIL FROM:<a@there.test> SIZE=1001')).toMatch(/^552 5\.3\.4/);
});

test('a letter above the limit is read to its end, refused, and the next one is taken', async () => {
  const spoolDir = await mkdtemp(join(tmpdir(), 'spool-'));
  const server = await intake({ spoolDir, limits: { letterBytes: 300_000, memoryBytes: 1000 } });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, Buffer.alloc(3_000_000, 'line of text\r\n'))).toMatch(/^552 5\.3\.4/);
  expect(server.letters).toHaveLength(0);
  expect(await readdir(spoolDir)).toEqual([]);
  await envelope(smtp);
  expect(await send(smtp, letter)).toMatch(/^250/);
});

test('a large letter goes to the spool folder and what is left there is removed', async () => {
  const spoolDir = await mkdtemp(join(tmpdir(), 'spool-'));
  const body = Buffer.alloc(2_000_000, 'line of text\r\n');
  let seen = Buffer.alloc(0);
  const server = await intake({
    spoolDir,
    limits: { memoryBytes: 100_000 },
    receive: async ({ raw }) => {
      seen = raw.kind === 'file' ? await readFile(raw.path) : seen;
      expect(raw.size).toBe(seen.length);
    },
  });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, body)).toMatch(/^250/);
  expect(seen.subarray(0, body.length).equals(body)).toBe(true);
  expect(await readdir(spoolDir)).toEqual([]);
});

test('a spool folder that cannot be written refuses for now and keeps serving', async () => {
  const server = await intake({ spoolDir: '/nonexistent/spool', limits: { memoryBytes: 1000 } });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, Buffer.alloc(200_000, 'line of text\r\n'))).toMatch(/^451/);
  await envelope(smtp);
  expect(await send(smtp, letter)).toMatch(/^250/);
});

test('a sender that vanishes in the middle leaves nothing behind', async () => {
  const spoolDir = await mkdtemp(join(tmpdir(), 'spool-'));
  const server = await intake({ spoolDir, limits: { memoryBytes: 1000 } });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  await smtp.say('DATA');
  smtp.write(Buffer.alloc(200_000, 'line of text\r\n'));
  await expect.poll(() => readdir(spoolDir)).toHaveLength(1);
  smtp.close();
  await expect.poll(() => readdir(spoolDir)).toHaveLength(0);
  expect(server.letters).toHaveLength(0);
});

test('more recipients than allowed are put off, not lost', async () => {
  const server = await intake({ limits: { recipients: 2 } });
  const smtp = await dialogue(server.port);
  await envelope(smtp, 'a@there.test', 'one@own.test');
  await smtp.say('RCPT TO:<two@own.test>');
  expect(await smtp.say('RCPT TO:<three@own.test>')).toMatch(/^452 4\.5\.3/);
  expect(await send(smtp, letter)).toMatch(/^250/);
  expect(server.letters[0]?.envelope.to).toEqual(['one@own.test', 'two@own.test']);
});

test('a bounce, pipelining and addresses beyond ASCII are accepted', async () => {
  const server = await intake();
  const smtp = await dialogue(server.port);
  await smtp.say('EHLO there.test');
  smtp.write('MAIL FROM:<> SMTPUTF8\r\nRCPT TO:<поддержка@own.test>\r\nDATA\r\n');
  expect(
    [await smtp.hear(), await smtp.hear(), await smtp.hear()].map((reply) => reply.slice(0, 3)),
  ).toEqual(['250', '250', '354']);
  smtp.write('Subject: x\r\n\r\ny\r\n');
  expect(await smtp.say('.')).toMatch(/^250/);
  expect(server.letters[0]?.envelope).toMatchObject({ from: '', to: ['поддержка@own.test'] });
});

test('a bare line feed before a dot does not end a letter (no smuggling)', async () => {
  const server = await intake();
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await send(smtp, 'Subject: x\r\n\r\na\n.\nMAIL FROM:<evil@x>\n')).toMatch(/^250/);
  expect(server.letters).toHaveLength(1);
});

test('too many letters at once are answered 421 until there is room', async () => {
  const release: (() => void)[] = [];
  const server = await intake({
    limits: { lettersInFlight: 1 },
    receive: () =>
      new Promise((resolve) => {
        release.push(resolve);
      }),
  });
  const first = await dialogue(server.port);
  await envelope(first);
  const answered = send(first, letter);
  await expect.poll(() => release.length).toBe(1);
  const second = await dialogue(server.port);
  await second.say('EHLO there.test');
  expect(await second.say('MAIL FROM:<b@there.test>')).toMatch(/^421/);
  release[0]?.();
  expect(await answered).toMatch(/^250/);
});

test('an endless trickle of bytes is cut off', async () => {
  const server = await intake({ limits: { transactionTimeoutMs: 80 } });
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  await smtp.say('DATA');
  const drip = setInterval(() => smtp.write('x'), 10);
  expect(await smtp.hear()).toMatch(/^421/);
  clearInterval(drip);
  expect(server.letters).toHaveLength(0);
});

test('closing finishes the letter on its way and says goodbye to idle connections', async () => {
  const safe = Promise.withResolvers<void>();
  const server = await intake({ receive: () => safe.promise });
  const busy = await dialogue(server.port);
  await envelope(busy);
  const answered = send(busy, letter);
  const idle = await dialogue(server.port);
  await new Promise((resolve) => setTimeout(resolve, 30));
  const closed = server.close();
  expect(await idle.hear()).toMatch(/^421/);
  safe.resolve();
  expect(await answered).toMatch(/^250/);
  busy.close();
  await closed;
});

test('one port speaks SMTP and LMTP: whoever says LHLO gets an answer for every recipient', async () => {
  const server = await intake();
  const lmtp = await dialogue(server.port);
  expect(await lmtp.say('LHLO there.test')).toMatch(/^250/);
  expect(await lmtp.say('EHLO there.test')).toMatch(/^500/);
  await lmtp.say('MAIL FROM:<a@there.test>');
  await lmtp.say('RCPT TO:<one@own.test>');
  expect(await lmtp.say('RCPT TO:<stranger@there.test>')).toMatch(/^550/);
  await lmtp.say('RCPT TO:<two@own.test>');
  expect(await send(lmtp, letter)).toMatch(/^250/);
  expect(await lmtp.hear()).toMatch(/^250/);
  const smtp = await dialogue(server.port);
  await envelope(smtp);
  expect(await smtp.say('LHLO there.test')).toMatch(/^500/);
  expect(await send(smtp, letter)).toMatch(/^250/);
  expect(await smtp.say('NOOP')).toMatch(/^250/);
  expect(server.letters.map(({ envelope: { to } }) => to.length)).toEqual([2, 1]);
});

test('a letter that cannot be kept is put off for every recipient of LMTP', async () => {
  const server = await intake({ receive: () => Promise.reject(new Error('disk')) });
  const lmtp = await dialogue(server.port);
  await lmtp.say('LHLO there.test');
  await lmtp.say('MAIL FROM:<a@there.test>');
  await lmtp.say('RCPT TO:<one@own.test>');
  await lmtp.say('RCPT TO:<two@own.test>');
  expect(await send(lmtp, letter)).toMatch(/^451/);
  expect(await lmtp.hear()).toMatch(/^451/);
});

test('STARTTLS is offered with a certificate, and the letter says that it came encrypted', async () => {
  const now = Date.now();
  const tls = makeSelfSigned({
    names: ['own.test'],
    from: new Date(now - 1e6),
    until: new Date(now + 1e9),
  });
  const server = await intake({ tls });
  const plain = await dialogue(server.port);
  expect(await plain.say('EHLO there.test')).toContain('STARTTLS');
  expect(await plain.say('STARTTLS')).toMatch(/^220/);
  plain.socket.removeAllListeners('data');
  const secure = connectTls({
    socket: plain.socket,
    rejectUnauthorized: false,
    servername: 'own.test',
  });
  let heard = '';
  secure.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const say = async (line: string, reply: RegExp): Promise<void> => {
    heard = '';
    secure.write(line);
    await expect.poll(() => heard).toMatch(reply);
  };
  await say('EHLO there.test\r\n', /^250 .*\r\n$/m);
  await say('MAIL FROM:<a@there.test>\r\nRCPT TO:<help@own.test>\r\nDATA\r\n', /^354/m);
  await say(`${letter}.\r\n`, /^250/);
  expect(server.letters[0]?.envelope.tls).toBe(true);
  secure.destroy();
});
