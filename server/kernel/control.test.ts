import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openControl, pauseRunning } from './control.ts';
import type { Control } from './control.ts';

let root: string;
let happened: string[];
const open: Control[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'otklik-control-'));
  happened = [];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((control) => control.close()));
  await rm(root, { recursive: true, force: true });
});

const note = (what: string) => () => Promise.resolve(void happened.push(what));

async function start(dataDir = root): Promise<void> {
  open.push(await openControl({ dataDir, onPause: note('paused'), onResume: note('resumed') }));
}

test('a running Otklik lets go of its data folder and takes it up again', async () => {
  await start();
  const pause = await pauseRunning(root);
  expect(happened).toEqual(['paused']);
  await pause?.resume();
  expect(happened).toEqual(['paused', 'resumed']);
});

test('it takes it up again when the one who asked vanishes', async () => {
  await start();
  const { place, token } = JSON.parse(await readFile(join(root, 'control.json'), 'utf8'));
  const socket = createConnection(place);
  socket.write(`${JSON.stringify({ token, do: 'pause' })}\n`);
  await expect.poll(() => happened).toEqual(['paused']);
  socket.destroy();
  await expect.poll(() => happened).toEqual(['paused', 'resumed']);
});

test('nobody without the token is heard', async () => {
  await start();
  const { place } = JSON.parse(await readFile(join(root, 'control.json'), 'utf8'));
  const socket = createConnection(place);
  socket.on('error', () => undefined);
  socket.write('{"do":"pause"}\n');
  await new Promise((resolve) => socket.on('close', resolve));
  expect(happened).toEqual([]);
  expect((await stat(join(root, 'control.json'))).mode & 0o777).toBe(0o600);
});

test('without a running Otklik there is nothing to pause', async () => {
  expect(await pauseRunning(root)).toBeNull();
  await start();
  await open.pop()?.close();
  expect(await pauseRunning(root)).toBeNull();
});

test('a folder with a path too long for a socket is served too', async () => {
  const dataDir = join(root, 'a'.repeat(60), 'b'.repeat(60));
  await mkdir(dataDir, { recursive: true });
  await start(dataDir);
  const pause = await pauseRunning(dataDir);
  await pause?.resume();
  expect(happened).toEqual(['paused', 'resumed']);
});
