import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { setUp, signIn, type Page, type TicketRow } from '../otklik/desk.ts';
import { readEvidence } from '../otklik/evidence.ts';
import { startLetterLoad } from '../otklik/letter-load.ts';
import { runCommand } from '../otklik/run-command.ts';
import { endEverything, newFolder, startOtklik } from '../otklik/start-otklik.ts';
import { waitUntil } from '../otklik/wait-until.ts';

afterAll(() => endEverything());

test('backed up while letters come in and restored into an empty folder: nothing acknowledged is missing', async () => {
  const otklik = await startOtklik();
  await setUp(otklik);
  const load = startLetterLoad({ port: otklik.smtpPort, name: 'backup', senders: 3, pauseMs: 2 });
  await waitUntil('letters are taken', async () => load.acknowledged.size > 30);

  const file = join(await newFolder(), 'otklik.backup');
  const begun = load.acknowledged.size;
  const backup = await runCommand(otklik.dataDir, ['backup', file]);
  expect(backup).toMatchObject({ code: 0 });
  expect(load.acknowledged.size, 'letters went on coming in').toBeGreaterThan(begun);
  await sleep(300);
  await load.stop();
  expect(await otklik.stop()).toBe(0);

  const completeTo = Date.parse(/\d{4}-\d\d-\d\dT[\d:.]+Z/.exec(backup.said)?.[0] ?? '');
  expect(completeTo).toBeGreaterThan(0);
  const promised = [...load.acknowledged].filter(([, at]) => at < completeTo).map(([id]) => id);
  expect(promised.length).toBeGreaterThan(begun);

  const dataDir = join(await newFolder(), 'data');
  expect(await runCommand(dataDir, ['restore', file])).toMatchObject({ code: 0 });
  const restored = await startOtklik({ dataDir });
  const evidence = await waitUntil('all letters are dealt with', async () => {
    const found = await readEvidence(await restored.adminUrl());
    return found.waiting === 0 && found;
  });
  expect(promised.filter((id) => evidence.messages.get(id) !== 1)).toEqual([]);
  expect([...evidence.messages].filter(([, n]) => n !== 1)).toEqual([]);
  expect(evidence.quarantined).toBe(0);

  // The same password, the same key of the data folder, the raw letters.
  const desk = await signIn(restored);
  const { items } = await desk.call<Page<TicketRow>>('GET /tickets?limit=5');
  for (const { id } of items) {
    const messages = await desk.call<Page<{ id: string }>>(`GET /tickets/${id}/messages`);
    const source = await fetch(
      `${restored.url}/api/v1/tickets/${id}/messages/${messages.items[0]?.id}/source`,
      { headers: { cookie: desk.cookie } },
    );
    expect(source.status).toBe(200);
    expect(await source.text()).toContain('Message-ID: <backup.');
  }
  expect(await restored.stop()).toBe(0);
});
