import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storageError } from './disk.ts';
import { openFileStore } from './file-store.ts';
import type { FileStore } from './file-store.ts';

let dataDir: string;
let store: FileStore;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'otklik-files-'));
  store = await openFileStore(dataDir);
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const enough = 1_000_000;
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function* zeros() {
  for (;;) {
    yield Buffer.alloc(65_536);
  }
}

async function* halfOnly() {
  yield Buffer.from('half');
  await Promise.reject(new Error('connection lost'));
}

describe('an attachment', () => {
  test('is named by its content and read back', async () => {
    const stored = await store.attachments.put(Readable.from([Buffer.from('при'), 'вет']), enough);
    expect(stored).toEqual({ hash: sha('привет'), size: 12 });
    expect((await buffer(await store.attachments.read(stored.hash))).toString()).toBe('привет');
    expect(await store.attachments.stat(stored.hash)).toEqual({ size: 12 });
  });

  test('can be read in part', async () => {
    const { hash } = await store.attachments.put(Buffer.from('0123456789'), enough);
    const part = await store.attachments.read(hash, { start: 2, end: 4 });
    expect((await buffer(part)).toString()).toBe('234');
  });

  test('with the same content is kept once, also when many put it at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => store.attachments.put(Buffer.from('logo'), enough)),
    );
    expect(await filesBelow(join(dataDir, 'files'))).toHaveLength(1);
  });

  test('that is too large is refused and leaves nothing', async () => {
    const endless = Readable.from(zeros());
    await expect(store.attachments.put(endless, 200_000)).rejects.toMatchObject({
      code: 'file.too_large',
    });
    expect(await filesBelow(join(dataDir, 'files'))).toEqual([]);
  });

  test('whose sender vanishes leaves nothing', async () => {
    const torn = Readable.from(halfOnly());
    await expect(store.attachments.put(torn, enough)).rejects.toThrow('connection lost');
    expect(await filesBelow(join(dataDir, 'files'))).toEqual([]);
  });

  test('of an empty file is a file too', async () => {
    const { hash, size } = await store.attachments.put(Buffer.alloc(0), enough);
    expect([hash, size]).toEqual([sha(''), 0]);
    expect(await buffer(await store.attachments.read(hash))).toHaveLength(0);
  });

  test.each(['0'.repeat(64), '../../keys/otklik.key', ''])(
    '%j that is not there is refused',
    async (hash) => {
      await expect(store.attachments.read(hash)).rejects.toMatchObject({ code: 'file.missing' });
      expect(await store.attachments.stat(hash)).toBeNull();
    },
  );
});

describe('a raw letter', () => {
  test('comes back byte by byte, whatever else arrived with it', async () => {
    const letters = Array.from({ length: 200 }, (_, index) =>
      Buffer.alloc(index * 37, `${index}\0\xff`, 'latin1'),
    );
    const keys = await Promise.all(letters.map((letter) => store.letters.put(letter)));
    expect(new Set(keys).size).toBe(200);
    for (const [index, key] of keys.entries()) {
      expect(Buffer.compare(await store.letters.read(key), letters[index] ?? Buffer.alloc(0))).toBe(
        0,
      );
    }
    expect(await filesBelow(join(dataDir, 'files', 'letters'))).toHaveLength(1);
  });

  test('is read by another process and after a restart', async () => {
    const key = await store.letters.put(Buffer.from('first'));
    const again = await openFileStore(dataDir);
    const second = await again.letters.put(Buffer.from('second'));
    expect(Buffer.from(await again.letters.read(key)).toString()).toBe('first');
    expect(Buffer.from(await store.letters.read(second)).toString()).toBe('second');
  });

  test('of a long queue is read with its neighbours, in any order, also while the queue grows', async () => {
    const other = await openFileStore(dataDir);
    const letter = (n: number) => Buffer.alloc(3_000 + n * 211, `${n}\0\xff`, 'latin1');
    const put = async (from: number, to: number) =>
      Promise.all(
        Array.from({ length: to - from }, async (_, n) => ({
          key: await store.letters.put(letter(from + n)),
          bytes: letter(from + n),
        })),
      );
    const right = async (queue: Awaited<ReturnType<typeof put>>) => {
      const read = await Promise.all(queue.map(({ key }) => other.letters.read(key)));
      expect(read.every((bytes, n) => queue[n]?.bytes.equals(bytes))).toBe(true);
    };
    const first = await put(0, 150);
    await right(first.slice(0, 3));
    const second = await put(150, 400);
    await right([...first, ...second]);
    await right([...second, ...first].toReversed());
  });

  test('larger than a batch is kept', async () => {
    const large = Buffer.alloc(40_000_000, 'x');
    const [key] = await Promise.all([
      store.letters.put(large),
      store.letters.put(Buffer.from('small')),
    ]);
    expect((await store.letters.read(key)).byteLength).toBe(large.byteLength);
  });

  test('that was damaged on disk is never handed out as if it were right', async () => {
    const key = await store.letters.put(Buffer.from('Subject: invoice'));
    await store.letters.read(key);
    const handle = await open(join(dataDir, 'files', 'letters', key.split(':')[0] ?? ''), 'r+');
    await handle.write('X', 90);
    await handle.close();
    await expect(store.letters.read(key)).rejects.toThrow('damaged');
  });

  test.each([
    '../keys/otklik.key',
    '2026-01-01/00000000-0000-0000-0000-000000000000.letters:0:5',
    '',
  ])('%j that is not there is refused', async (key) => {
    await expect(store.letters.read(key)).rejects.toMatchObject({ code: 'file.missing' });
  });
});

test('a full disk asks to come again later', () => {
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(storageError(full)).toMatchObject({ kind: 'unavailable', code: 'storage.full' });
});

test('what dead processes left on its way is removed, what living ones write stays', async () => {
  const spools = join(dataDir, 'files', 'spool');
  for (const name of [
    `${hostname()}.999999999`,
    `${hostname()}.${process.ppid}`,
    'another-machine.1',
  ]) {
    await mkdir(join(spools, name));
    await writeFile(join(spools, name, 'part'), 'x');
  }
  await openFileStore(dataDir);
  expect((await readdir(spools)).toSorted()).toEqual(
    [
      `${hostname()}.${process.ppid}`,
      `${hostname()}.${process.pid}`,
      'another-machine.1',
    ].toSorted(),
  );
});
