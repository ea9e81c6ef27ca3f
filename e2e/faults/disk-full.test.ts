import { spawnSync } from 'node:child_process';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid, platform } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { startEmbeddedDatabase } from '../../server/kernel/embedded-database/embedded-database.ts';
import { letterText } from '../../server/test/mail/letters.ts';
import { setUp, ticketBySubject } from '../otklik/desk.ts';
import { readEvidence } from '../otklik/evidence.ts';
import { startLetterLoad } from '../otklik/letter-load.ts';
import { sendLetter } from '../otklik/send-letter.ts';
import { endEverything, newFolder, startOtklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

const mounts: string[] = [];

/** A small disk of its own, where the machine lets us make one; null where it does not. */
async function smallDisk(megabytes: number): Promise<string | null> {
  const folder = join(await newFolder(), 'disk');
  await mkdir(folder);
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder];
  if (platform !== 'linux' || getuid?.() !== 0 || spawnSync('mount', options).status !== 0) {
    return null;
  }
  mounts.push(folder);
  return folder;
}

/** Leaves not one byte. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  try {
    for (let size = 1024 * 1024; size >= 512;) {
      const { bytesWritten } = await file
        .write(Buffer.alloc(size))
        .catch(() => ({ bytesWritten: 0 }));
      size = bytesWritten === size ? size : size / 2;
    }
  } finally {
    await file.close();
  }
}

const disk = await smallDisk(450);

afterAll(() =>
  endEverything(() => mounts.forEach((folder) => spawnSync('umount', ['-l', folder]))),
);

test.runIf(disk !== null)(
  'on a full disk letters are asked to come again; with space again everything goes on by itself',
  async () => {
    const otklik = await startOtklik({ dataDir: join(disk ?? '', 'data') });
    const desk = await setUp(otklik);
    const load = startLetterLoad({ port: otklik.smtpPort, name: 'full', senders: 2, pauseMs: 5 });
    await waitUntil('letters are taken', async () => load.acknowledged.size > 20);

    const filler = join(disk ?? '', 'filler');
    await fill(filler);
    await waitUntil('letters are refused', async () => load.refusals.length > 5, {
      withinMs: 30_000,
    });
    await sleep(3_000);
    expect((await fetch(`${otklik.url}/health/live`)).status).toBe(200);
    const answer = await desk.ask('POST /tickets', {
      subject: 'Full',
      body: 'x'.repeat(100_000),
      requester: { email: 'anna@there.test', name: 'Anna' },
    });
    expect([201, 503]).toContain(answer.status);

    await rm(filler);
    const before = load.acknowledged.size;
    await waitUntil('letters are taken again', async () => load.acknowledged.size > before + 10, {
      withinMs: 40_000,
    });
    await load.stop();
    const evidence = await waitUntil(
      'all letters are dealt with',
      async () => {
        const found = await readEvidence(await otklik.adminUrl());
        return found.waiting === 0 && found;
      },
      { withinMs: 60_000 },
    );
    const ids = [...load.acknowledged.keys()];
    expect(ids.filter((id) => evidence.messages.get(id) !== 1)).toEqual([]);
    expect([...evidence.messages].filter(([, n]) => n !== 1)).toEqual([]);
    expect(evidence.quarantined).toBe(0);
    expect(load.refusals.filter((reply) => reply !== '' && !reply.startsWith('4'))).toEqual([]);
    expect(otklik.isRunning()).toBe(true);
    expect(await otklik.stop()).toBe(0);
  },
);

test('what does not fit is refused in words, and what fits goes on', async () => {
  const log = { info: () => undefined, warn: () => undefined };
  const database = await startEmbeddedDatabase({ dataDir: await newFolder(), log });
  const env = { DATABASE_URL: database.url };
  const otklik = await startOtklik({ env, fileLimitKb: 2_048 });
  const desk = await setUp(otklik);
  const huge = letterText('huge', { From: 'huge@there.test' }, 'long line\r\n'.repeat(400_000));
  expect((await sendLetter(otklik.smtpPort, huge)).reply).toMatch(/^4/);

  const upload = await fetch(`${otklik.url}/api/v1/files?name=huge.bin`, {
    method: 'POST',
    headers: { cookie: desk.cookie, 'content-type': 'application/octet-stream' },
    body: Buffer.alloc(3 * 1024 * 1024),
  });
  expect(upload.status).toBe(503);
  expect(upload.headers.get('retry-after')).toBeTruthy();
  expect(await upload.json()).toMatchObject({ code: 'storage.full' });
  // The connection with the refused upload on it holds nobody up.
  const signal = AbortSignal.timeout(2_000);
  for (let n = 0; n < 3; n += 1) {
    expect((await fetch(`${otklik.url}/health/live`, { signal })).status).toBe(200);
  }

  const small = letterText('small', { Subject: 'Small', From: 'small@there.test' });
  expect((await sendLetter(otklik.smtpPort, small)).reply).toMatch(/^250/);
  await waitUntil('the small letter', () => ticketBySubject(desk, 'Small'));
  expect(await otklik.stop()).toBe(0);
  await database.stop();
});
