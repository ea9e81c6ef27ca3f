import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, expect, test } from 'vitest';
import { startEmbeddedDatabase } from '../../server/kernel/embedded-database/embedded-database.ts';
import { setUp } from '../otklik/desk.ts';
import { startReceiver } from '../otklik/receiver.ts';
import { endEverything, newFolder, startOtklik, type Otklik } from '../otklik/start-otklik.ts';
import { arrangeTimers, bringNear, counts, expected, readFired } from '../otklik/timers.ts';
import { waitUntil } from '../otklik/wait-until.ts';

afterAll(() => endEverything());

const log = { info: () => undefined, warn: () => undefined };
const killingMs = 20_000;
/** Milliseconds of a breach. Two seconds are promised on a quiet machine; here processes start meanwhile on the same cores. */
const lateMs = 5_000;

type Work = { next(): Promise<void>; close(): Promise<void> };

/** Tells when something is being done, so that a process can be killed in the middle of it. */
async function watchWork(url: string): Promise<Work> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('listen otklik_event');
  return {
    next: () => new Promise((resolve) => client.once('notification', () => resolve())),
    close: () => client.end(),
  };
}

test('with two workers, of which one after the other is killed, whatever waits for its hour happens, and once', async () => {
  const database = await startEmbeddedDatabase({ dataDir: await newFolder(), log });
  const dataDir = await newFolder();
  const start = (roles: string): Promise<Otklik> => {
    const env = { DATABASE_URL: database.url, OTKLIK_ROLES: roles, OTKLIK_PRIVATE_WEBHOOKS: '1' };
    return startOtklik({ dataDir, env });
  };
  const receiver = await startReceiver();
  const web = await start('web');
  const desk = await setUp(web);
  const { absenceId } = await arrangeTimers(desk, `${receiver.url}/rule`);
  let workers = await Promise.all([start('worker'), start('worker')]);
  await bringNear(database.adminUrl);

  const work = await watchWork(database.adminUrl);
  let kills = 0;
  for (const begun = performance.now(); performance.now() - begun < killingMs; kills += 1) {
    const [victim, other] = workers as [Otklik, Otklik];
    await Promise.race([work.next(), sleep(1_500)]);
    await sleep(Math.random() * 30);
    await victim.kill9();
    workers = [other, await start('worker')];
  }
  await work.close();

  type Absence = { id: string; tickets: { handed: number } };
  await waitUntil(
    'everything is handed over',
    async () => {
      const { items } = await desk.call<{ items: Absence[] }>('GET /absences');
      return items.find(({ id }) => id === absenceId)?.tickets.handed === counts.handed;
    },
    { withinMs: 45_000 },
  );
  await desk.call(`PATCH /absences/${absenceId}`, {
    to: new Date(Date.now() + 1_000).toISOString(),
  });
  const fired = await waitUntil(
    'everything has happened and nothing is left to do',
    async () => {
      const now = await readFired(database.adminUrl);
      const all = Object.entries(expected());
      const isThere = all.every(([what, n]) => (now.times.get(what)?.size ?? 0) >= n);
      return now.waiting === 0 && isThere && now;
    },
    { withinMs: 60_000, everyMs: 250 },
  );

  expect(kills).toBeGreaterThan(3);
  const sizes = [...fired.times].map(([what, whom]) => [what, whom.size] as const);
  expect(Object.fromEntries(sizes)).toEqual(expected());
  const twice = [...fired.times].flatMap(([what, whom]) =>
    [...whom].filter(([, n]) => n !== 1).map(([id, n]) => `${what} ${id}: ${n}`),
  );
  expect(twice).toEqual([]);
  expect(Math.max(...fired.lateMs)).toBeLessThan(lateMs);
  // The outside hears of each at least once; who hears twice knows it by the number of the delivery.
  expect(new Set(receiver.heard.get('/rule')).size).toBe(counts.timed);

  for (const process of [...workers, web]) {
    expect(await process.stop()).toBe(0);
  }
  await database.stop();
  await receiver.close();
});
