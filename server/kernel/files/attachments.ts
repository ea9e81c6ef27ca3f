import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../errors.ts';
import { makeFolder, missingFile, storageError, syncFolder, writeAll } from './disk.ts';

export type StoredBytes = { readonly hash: string; readonly size: number };

/** Both ends count, from 0. */
export type ByteRange = { readonly start: number; readonly end: number };

/** Bytes by their SHA-256: the same picture in a thousand signatures is kept once. A driver for S3 has this shape too. */
export type AttachmentStore = {
  /** Safe on disk when it resolves. @throws Refusal 413 `file.too_large`, 503 `storage.full` */
  put(content: Readable | Uint8Array, maxBytes: number): Promise<StoredBytes>;
  /** @throws Refusal 404 `file.missing` */
  read(hash: string, range?: ByteRange): Promise<Readable>;
  /** Null when there is no such file. */
  stat(hash: string): Promise<{ readonly size: number } | null>;
};

/** Within this time the put that made a file may not have finished yet. */
const freshMs = 60_000;

export function attachmentsIn(root: string, spoolDir: string): AttachmentStore {
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
  const find = (hash: string) =>
    /^[0-9a-f]{64}$/.test(hash) ? stat(pathOf(hash)).catch(() => null) : Promise.resolve(null);
  return {
    async put(content, maxBytes) {
      const part = join(spoolDir, randomUUID());
      try {
        const stored = await writePart(part, content, maxBytes);
        const folder = dirname(pathOf(stored.hash));
        const found = await find(stored.hash);
        if (found?.size !== stored.size) {
          await makeFolder(folder);
          await rename(part, pathOf(stored.hash));
          await syncFolder(folder);
        } else if (Date.now() - found.mtimeMs < freshMs) {
          await syncFolder(folder);
        }
        return stored;
      } catch (error) {
        throw storageError(error);
      } finally {
        await rm(part, { force: true });
      }
    },
    async read(hash, range) {
      if ((await find(hash)) === null) {
        throw missingFile();
      }
      return createReadStream(pathOf(hash), range);
    },
    async stat(hash) {
      const found = await find(hash);
      return found === null ? null : { size: found.size };
    },
  };
}

async function writePart(
  path: string,
  content: Readable | Uint8Array,
  maxBytes: number,
): Promise<StoredBytes> {
  const hash = createHash('sha256');
  let size = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    // Not destroyed when we stop early: the rest of a request has still to be read past.
    const chunks =
      content instanceof Uint8Array ? [content] : content.iterator({ destroyOnReturn: false });
    for await (const chunk of chunks as AsyncIterable<Uint8Array | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.byteLength;
      if (size > maxBytes) {
        throw new Refusal('too_large', 'file.too_large', { detail: `at most ${maxBytes} bytes` });
      }
      hash.update(bytes);
      await writeAll(handle, bytes);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: hash.digest('hex'), size };
}
