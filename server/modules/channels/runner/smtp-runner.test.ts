import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentLog } from '../../../kernel/log.ts';
import { openSmtpDialogue } from '../../../test/mail/smtp-dialogue.ts';
import { makeSelfSigned } from '../smtp/self-signed.ts';
import { startSmtpRunner } from './smtp-runner.ts';

let folder: string;
let paths: { cert: string; key: string };
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'otklik-tls-'));
  paths = { cert: join(folder, 'full.pem'), key: join(folder, 'key.pem') };
});
afterEach(() => rm(folder, { recursive: true }));

const pairOf = (name: string) =>
  makeSelfSigned({ names: [name], from: new Date(0), until: new Date(Date.now() + 86_400_000) });

/** Nobody writes to it here; only the handshake counts. */
const start = (warned: string[] = []) =>
  startSmtpRunner({
    host: '127.0.0.1',
    port: 0,
    spoolDir: folder,
    certificate: paths,
    certificateEveryMs: 20,
    log: {
      ...silentLog,
      info: () => undefined,
      warn: (_fields: object, text: string) => warned.push(text),
    },
    ownAddresses: { ownerOf: async () => null },
  } as unknown as Parameters<typeof startSmtpRunner>[0]);

/** Name in the certificate that a mail server is shown. */
async function shownName(port: number): Promise<string | string[] | undefined> {
  const smtp = await openSmtpDialogue(port);
  expect(await smtp.say('EHLO there.test')).toContain('STARTTLS');
  expect(await smtp.say('STARTTLS')).toMatch(/^220/);
  smtp.socket.removeAllListeners('data');
  const secure = connect({ socket: smtp.socket, rejectUnauthorized: false });
  await once(secure, 'secureConnect');
  const { subject } = secure.getPeerCertificate();
  secure.destroy();
  return subject.CN;
}

async function write({ cert, key }: { cert: string; key: string }): Promise<void> {
  await writeFile(paths.cert, cert);
  await writeFile(paths.key, key);
}

test('a renewed certificate is shown to the next mail server without a restart', async () => {
  await write(pairOf('old.test'));
  const runner = await start();
  try {
    expect(await shownName(runner.port)).toBe('old.test');
    await write(pairOf('new.test'));
    await expect.poll(() => shownName(runner.port)).toBe('new.test');
  } finally {
    await runner.close();
  }
});

test('a renewal that is half written leaves the old pair in use', async () => {
  await write(pairOf('old.test'));
  const warned: string[] = [];
  const runner = await start(warned);
  try {
    const renewed = pairOf('new.test');
    await writeFile(paths.cert, renewed.cert);
    await expect.poll(() => warned).toHaveLength(1);
    expect(await shownName(runner.port)).toBe('old.test');
    await writeFile(paths.key, renewed.key);
    await expect.poll(() => shownName(runner.port)).toBe('new.test');
  } finally {
    await runner.close();
  }
});

test('a certificate that cannot be used stops the start with a sentence', async () => {
  await write({ cert: pairOf('one.test').cert, key: pairOf('two.test').key });
  await expect(start()).rejects.toMatchObject({ code: 'smtp.certificate-pair' });
  await rm(paths.key);
  await expect(start()).rejects.toMatchObject({ code: 'smtp.certificate' });
});
