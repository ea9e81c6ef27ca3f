import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Duplex, Readable, Writable } from 'node:stream';
import { constants, createGunzip, createZstdCompress, createZstdDecompress } from 'node:zlib';
import * as z from 'zod';
import { syncFolder } from '../../kernel/files/disk.ts';
import { productVersion } from '../../version.ts';
import { notABackup, unsafeName } from './problems.ts';
import { readTar, TarWriter } from './tar.ts';
import type { ReadEntry } from './tar.ts';

/**
 * A backup is one tar, compressed by Zstandard:
 *   otklik-backup.json   what it is, first, so that a wrong file is refused at once
 *   database/… (files and WAL) or database.dump (pg_dump), database.json, keys/…, files/…
 *   manifest.json        last: sizes and the SHA-256 of everything before it
 * A path may come twice; the later one counts.
 */
const Card = z.object({
  product: z.literal('otklik'),
  format: z.number().int(),
  version: z.string(),
  kind: z.enum(['embedded', 'dump']),
  /** Major version of PostgreSQL. */
  postgres: z.number().int(),
  startedAt: z.string(),
});
export type Card = z.infer<typeof Card>;

const Manifest = z.object({
  /** Everything acknowledged before this moment is inside. */
  completeTo: z.string(),
  entries: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
});
export type Manifest = z.infer<typeof Manifest>;

const format = 1;
const cardName = 'otklik-backup.json';
const manifestName = 'manifest.json';
const manifestLimit = 100_000;

export type ArchiveWriter = {
  readonly tar: TarWriter;
  /** Brings what was written so far to the disk, so that the end takes little time. */
  settle(): Promise<void>;
  /** Ends the archive and gives it its name. */
  finish(completeTo: Date): Promise<Manifest>;
  abandon(): Promise<void>;
};

export async function createArchive(
  path: string,
  facts: Pick<Card, 'kind' | 'postgres'>,
): Promise<ArchiveWriter> {
  const part = `${path}.part`;
  const output = createWriteStream(part, { mode: 0o600, flush: true });
  await once(output, 'open');
  const compressor = createZstdCompress({
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  });
  const failure = Promise.withResolvers<never>();
  failure.promise.catch(() => undefined);
  output.on('error', failure.reject);
  compressor.on('error', failure.reject);
  compressor.pipe(output);
  const write = (chunk: Uint8Array) => Promise.race([written(compressor, chunk), failure.promise]);
  const tar = new TarWriter(write);
  const card: Card = {
    product: 'otklik',
    format,
    version: productVersion,
    ...facts,
    startedAt: new Date().toISOString(),
  };
  await tar.text(cardName, JSON.stringify(card));
  return {
    tar,
    settle: () => syncFile(part),
    async finish(completeTo) {
      const manifest: Manifest = {
        completeTo: completeTo.toISOString(),
        entries: tar.entries,
        bytes: tar.bytes,
        sha256: tar.digest(),
      };
      await tar.text(manifestName, JSON.stringify(manifest));
      await tar.end();
      compressor.end();
      await Promise.race([once(output, 'close'), failure.promise]);
      await rename(part, path);
      await syncFolder(dirname(path));
      return manifest;
    },
    async abandon() {
      compressor.destroy();
      output.destroy();
      await rm(part, { force: true });
    },
  };
}

function written(stream: Writable, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

/** Zstandard, gzip or none, by the first bytes: an archive may have been packed again by hand. */
async function decompressor(path: string): Promise<Duplex> {
  const handle = await open(path, 'r');
  const head = Buffer.alloc(4);
  await handle.read(head, 0, 4, 0);
  await handle.close();
  if (head.readUInt32LE(0) === 0xfd2fb528) {
    return createZstdDecompress();
  }
  return head.readUInt16BE(0) === 0x1f8b ? createGunzip() : new PassThrough();
}

async function jsonOf(entry: ReadEntry): Promise<unknown> {
  if (entry.size > manifestLimit) {
    throw new Error(`${entry.path} is too large`);
  }
  const parts: Uint8Array[] = [];
  for await (const part of entry.body) {
    parts.push(part);
  }
  return JSON.parse(Buffer.concat(parts).toString());
}

const safeName = /^(database|files|keys)(\/[\w.@+-]+)*$|^database\.(json|dump)$/;

export type ArchiveVisitor = {
  /** Called first. Throws to refuse. */
  begin(card: Card): void;
  /** Called for every file and folder inside. */
  each(entry: ReadEntry): Promise<void>;
};

/**
 * Reads a backup from its first byte to its last. Nothing of it may be used before this has
 * resolved: only then was it whole.
 * @throws StartProblem `backup.damaged`, `backup.missing`, `backup.unsafe`
 */
export async function readArchive(path: string, visitor: ArchiveVisitor): Promise<Manifest> {
  let source: Readable | undefined;
  try {
    source = await openPacked(path);
    return await readEntries(path, readTar(source as AsyncIterable<Uint8Array>), visitor);
  } catch (error) {
    throw notABackup(path, error);
  } finally {
    source?.destroy();
  }
}

async function openPacked(path: string): Promise<Readable> {
  const unpacked = await decompressor(path);
  const packed = createReadStream(path);
  packed.on('error', (error) => unpacked.destroy(error));
  unpacked.on('close', () => packed.destroy());
  return packed.pipe(unpacked);
}

async function readEntries(
  path: string,
  entries: AsyncGenerator<ReadEntry>,
  visitor: ArchiveVisitor,
): Promise<Manifest> {
  const first = await entries.next();
  const card = !first.done && first.value.path === cardName ? await jsonOf(first.value) : null;
  visitor.begin(readCard(card));
  let manifest: Manifest | null = null;
  for await (const entry of entries) {
    if (entry.path === manifestName) {
      manifest = await readManifest(entry);
    } else if (safeName.test(entry.path) && !entry.path.includes('/..')) {
      await visitor.each(entry);
    } else {
      throw unsafeName(path, entry.path);
    }
  }
  if (manifest === null) {
    throw new Error('it has no end');
  }
  return manifest;
}

async function readManifest(entry: ReadEntry): Promise<Manifest> {
  const manifest = Manifest.parse(await jsonOf(entry));
  if (manifest.sha256 !== entry.before) {
    throw new Error('its checksum is wrong');
  }
  return manifest;
}

function readCard(value: unknown): Card {
  const parsed = Card.safeParse(value);
  if (!parsed.success) {
    throw new Error('it does not begin as one');
  }
  const card = parsed.data;
  if (card.format > format) {
    throw new Error(`it was made by a newer version, Otklik ${card.version}`);
  }
  return card;
}
