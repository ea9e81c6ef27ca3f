import { createServer } from 'node:net';
import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getuid } from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  endEverything,
  freePort,
  newFolder,
  startOtklik,
  tryToStart,
  type Otklik,
} from '../otklik/start-otklik.ts';

let otklik: Otklik;
beforeAll(async () => {
  otklik = await startOtklik();
});
afterAll(() => endEverything());

/** What it says at its end, without its log: a person reads one sentence. */
const sentences = (said: string): string[] =>
  said.split('\n').filter((line) => line !== '' && !line.startsWith('{'));

test('a second Otklik on the same data folder says so in one sentence and leaves the first alone', async () => {
  const { code, said } = await tryToStart({ dataDir: otklik.dataDir });
  expect(code).toBe(1);
  expect(sentences(said)).toHaveLength(1);
  expect(said).toContain(String(otklik.pid));
  expect((await fetch(`${otklik.url}/health/ready`)).status).toBe(200);
});

test('in Russian too', async () => {
  const { said } = await tryToStart({ dataDir: otklik.dataDir, env: { LANG: 'ru_RU.UTF-8' } });
  expect(sentences(said)).toHaveLength(1);
  expect(said).toMatch(/[а-яё]{4,}/i);
});

test.each([
  ['web', 'OTKLIK_PORT'],
  ['smtp', 'OTKLIK_SMTP_PORT'],
] as const)('a taken port (%s) is one sentence that names %s', async (which, variable) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const ports = { web: await freePort(), smtp: await freePort(), [which]: port };
  const { code, said } = await tryToStart({ ports });
  taken.close();
  expect(code).toBe(1);
  expect(sentences(said)).toHaveLength(1);
  expect(said).toContain(String(port));
  expect(said).toContain(variable);
});

test('a data folder that is a file is one sentence', async () => {
  const file = join(await newFolder(), 'file');
  await writeFile(file, '');
  const { code, said } = await tryToStart({ dataDir: file });
  expect(code).toBe(1);
  expect(sentences(said)).toHaveLength(1);
  expect(said).toContain('OTKLIK_DATA_DIR');
});

test.runIf(getuid?.() !== 0)('an unwritable data folder is one sentence', async () => {
  const parent = await newFolder();
  const folder = join(parent, 'locked');
  await mkdir(folder);
  await chmod(folder, 0o500);
  const { code, said } = await tryToStart({ dataDir: folder });
  expect(code).toBe(1);
  expect(sentences(said)).toHaveLength(1);
  expect(said).toContain('OTKLIK_DATA_DIR');
});
