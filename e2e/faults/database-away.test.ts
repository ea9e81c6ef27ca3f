import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import {
  startEmbeddedDatabase,
  type EmbeddedDatabase,
} from '../../server/kernel/embedded-database/embedded-database.ts';
import { letterText } from '../../server/test/mail/letters.ts';
import { setUp, type Desk } from '../otklik/desk.ts';
import { databaseFamily } from '../otklik/end-database.ts';
import { readEvidence } from '../otklik/evidence.ts';
import { startLetterLoad } from '../otklik/letter-load.ts';
import { sendLetter } from '../otklik/send-letter.ts';
import { endEverything, newFolder, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

afterAll(() => endEverything());

const isSoak = process.env['OTKLIK_SOAK'] === '1';
const awayMs = isSoak ? 120_000 : 30_000;

type Heard = { readonly status: number; readonly retryAfter: string | null; readonly ms: number };

async function hear(desk: Desk): Promise<Heard> {
  const before = performance.now();
  const { status, headers } = await desk.ask('GET /tickets');
  return { status, retryAfter: headers.get('retry-after'), ms: performance.now() - before };
}

/** Asks once a second for as long as the database is away. */
async function hearMeanwhile(desk: Desk, ms: number): Promise<Heard[]> {
  const asked: Promise<Heard>[] = [];
  for (let at = 0; at < ms; at += 1_000) {
    asked.push(hear(desk));
    await sleep(1_000);
  }
  return Promise.all(asked);
}

async function expectAlive(otklik: Otklik): Promise<void> {
  const live = await fetch(`${otklik.url}/health/live`, { signal: AbortSignal.timeout(2_000) });
  expect(live.status).toBe(200);
  const ready = await fetch(`${otklik.url}/health/ready`, { signal: AbortSignal.timeout(8_000) });
  expect(ready.status).toBe(503);
}

async function expectRecovered(otklik: Otklik, desk: Desk, adminUrl: () => Promise<string>) {
  await waitUntil('the desk answers again', async () => (await hear(desk)).status === 200, {
    withinMs: 15_000,
  });
  const raw = letterText('after', { From: 'after@there.test' });
  await waitUntil('letters are taken again', async () => {
    const { taken } = await sendLetter(otklik.smtpPort, raw);
    return taken;
  });
  return waitUntil(
    'all letters are dealt with',
    async () => {
      const evidence = await readEvidence(await adminUrl());
      return evidence.messages.has('after@there.test') && evidence.waiting === 0 && evidence;
    },
    { withinMs: 30_000 },
  );
}

test.concurrent('a database that is stopped and started again after half a minute: all is refused in words, all recovers by itself', async () => {
  const databaseDir = await newFolder();
  const log = { info: () => undefined, warn: () => undefined };
  let database: EmbeddedDatabase = await startEmbeddedDatabase({ dataDir: databaseDir, log });
  const otklik = await startOtklik({ env: { DATABASE_URL: database.url } });
  const desk = await setUp(otklik);
  const load = startLetterLoad({ port: otklik.smtpPort, name: 'stop', senders: 2, pauseMs: 20 });
  await waitUntil('letters are taken', async () => load.acknowledged.size > 10);

  await database.stop();
  const before = load.acknowledged.size;
  const heard = await hearMeanwhile(desk, awayMs / 2);
  await expectAlive(otklik);
  expect(load.acknowledged.size - before).toBeLessThanOrEqual(2);
  await sleep(awayMs / 2);
  database = await startEmbeddedDatabase({ dataDir: databaseDir, log });

  const { messages, quarantined } = await expectRecovered(
    otklik,
    desk,
    async () => database.adminUrl,
  );
  await load.stop();
  expect(heard.map(({ status }) => status)).toEqual(heard.map(() => 503));
  expect(heard.every(({ retryAfter }) => Number(retryAfter) > 0)).toBe(true);
  expect(Math.max(...heard.map(({ ms }) => ms))).toBeLessThan(12_000);
  expect(load.refusals.filter((reply) => reply !== '' && !reply.startsWith('4'))).toEqual([]);
  const early = [...load.acknowledged.keys()].slice(0, before);
  expect(early.filter((id) => messages.get(id) !== 1)).toEqual([]);
  expect([...messages].filter(([, n]) => n !== 1)).toEqual([]);
  expect(quarantined).toBe(0);
  expect(await otklik.stop()).toBe(0);
  await database.stop();
});

test.concurrent('a database that freezes for half a minute: whoever waits gets an answer, nothing is lost', async () => {
  const otklik = await startOtklik();
  const desk = await setUp(otklik);
  const load = startLetterLoad({ port: otklik.smtpPort, name: 'freeze', senders: 2, pauseMs: 20 });
  await waitUntil('letters are taken', async () => load.acknowledged.size > 10);

  const adminUrl = await otklik.adminUrl();
  const frozen = databaseFamily(otklik.dataDir);
  expect(frozen.length).toBeGreaterThan(3);
  frozen.forEach((pid) => process.kill(pid, 'SIGSTOP'));
  const asked = hearMeanwhile(desk, awayMs);
  await sleep(awayMs / 2);
  await expectAlive(otklik);
  await sleep(awayMs / 2);
  frozen.forEach((pid) => process.kill(pid, 'SIGCONT'));

  const heard = await asked;
  const { messages, quarantined } = await expectRecovered(otklik, desk, async () => adminUrl);
  await load.stop();
  // Some waited for it, some were told to come again; nobody was told that it is our fault.
  expect(heard.filter(({ status }) => status !== 200 && status !== 503)).toEqual([]);
  expect(heard.filter(({ status, retryAfter }) => status === 503 && !retryAfter)).toEqual([]);
  expect(load.refusals.filter((reply) => reply !== '' && !reply.startsWith('4'))).toEqual([]);
  expect([...messages].filter(([, n]) => n !== 1)).toEqual([]);
  expect(quarantined).toBe(0);
  expect(await otklik.stop()).toBe(0);
});
