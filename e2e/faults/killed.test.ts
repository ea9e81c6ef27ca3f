import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { setUp } from '../otklik/desk.ts';
import { databasePid } from '../otklik/end-database.ts';
import { readEvidence, type Evidence } from '../otklik/evidence.ts';
import { startLetterLoad, type LetterLoad } from '../otklik/letter-load.ts';
import { endEverything, freePort, newFolder, startOtklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

afterAll(() => endEverything());

/** The long run is for a night: OTKLIK_SOAK=1. */
const isSoak = process.env['OTKLIK_SOAK'] === '1';
const kills = isSoak ? 100 : 20;
const aliveMs = isSoak ? 3_000 : 500;

/** Every acknowledged letter is there once; nothing at all is there twice. */
function expectNothingLost(acknowledged: LetterLoad['acknowledged'], { messages }: Evidence): void {
  expect([...acknowledged.keys()].filter((id) => messages.get(id) !== 1)).toEqual([]);
  expect([...messages].filter(([, n]) => n !== 1)).toEqual([]);
}

async function settled(adminUrl: string): Promise<Evidence> {
  return waitUntil(
    'all letters are dealt with',
    async () => {
      const evidence = await readEvidence(adminUrl);
      return evidence.waiting === 0 && evidence;
    },
    { withinMs: 60_000 },
  );
}

test(
  `killed ${kills} times in a row while letters come in, Otklik loses none and doubles none`,
  { timeout: isSoak ? 1_800_000 : 240_000 },
  async () => {
    const dataDir = await newFolder();
    const ports = { web: await freePort(), smtp: await freePort() };
    let otklik = await startOtklik({ dataDir, ports });
    await setUp(otklik);
    const load = startLetterLoad({ port: ports.smtp, name: 'kill', senders: 3, pauseMs: 5 });
    for (let kill = 0; kill < kills; kill += 1) {
      // Not always at the same point of the work.
      await sleep(aliveMs * (0.5 + Math.random()));
      await otklik.kill9();
      otklik = await startOtklik({ dataDir, ports });
    }
    await sleep(aliveMs);
    await load.stop();
    const evidence = await settled(await otklik.adminUrl());
    expect(load.acknowledged.size).toBeGreaterThan(kills);
    expectNothingLost(load.acknowledged, evidence);
    expect(evidence.quarantined).toBe(0);
    expect(await otklik.stop()).toBe(0);
  },
);

test('the database killed under load comes back by itself, and nothing is lost', async () => {
  const otklik = await startOtklik();
  const desk = await setUp(otklik);
  const load = startLetterLoad({ port: otklik.smtpPort, name: 'base', senders: 3, pauseMs: 5 });
  for (let kill = 0; kill < 3; kill += 1) {
    const before = load.acknowledged.size;
    await waitUntil('letters are taken', async () => load.acknowledged.size > before + 5);
    const pid = databasePid(otklik.dataDir);
    expect(pid).not.toBeNull();
    process.kill(pid as number, 'SIGKILL');
    await waitUntil('another database server runs', async () => {
      const now = databasePid(otklik.dataDir);
      return now !== null && now !== pid;
    });
    await waitUntil('the desk answers again', async () => {
      const { status } = await desk.ask('GET /tickets');
      return status === 200;
    });
  }
  const before = load.acknowledged.size;
  await waitUntil('letters are taken', async () => load.acknowledged.size > before + 5);
  await load.stop();
  const evidence = await settled(await otklik.adminUrl());
  expectNothingLost(load.acknowledged, evidence);
  expect(evidence.quarantined).toBe(0);
  // Whoever was refused was asked to come again, or the connection broke; never "no for good".
  expect(load.refusals.filter((reply) => reply.startsWith('5'))).toEqual([]);
  expect(otklik.isRunning()).toBe(true);
  expect(await otklik.stop()).toBe(0);
});
