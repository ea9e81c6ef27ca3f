import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../errors.ts';

export type StoredBytes = { readonly hash: string; readonly size: number };

/** Bytes by their SHA-256: the same picture in a thousand signatures is kept once. A driver for S3 has this shape too. */
export type AttachmentStore = {
  /** Safe on disk when it resolves. @throws Refusal 413 `file.too_large`, 503 `storage.full` */
  put(content: Readable | Uint8Array, maxBytes: number): Promise<StoredBytes>;
  /** @throws Refusal 404 `file.missing` */
  read(hash: string): Promise<Readable>;
};

/** Raw letters, each a file of its own; the key is relative to the store. */
export type LetterStore = {
  /** Safe on disk when it resolves. */
  put(bytes: Uint8Array): Promise<string>;
  read(key: string): Promise<Uint8Array>;
};

export type FileStore = {
  readonly attachments: AttachmentStore;
  readonly letters: LetterStore;
  /** For what is on its way; emptied at start. */
  readonly spoolDir: string;
};

export async function openFileStore(dataDir: string): Promise<FileStore> {
  const root = join(dataDir, 'files');
  const spoolDir = join(root, 'spool');
  await rm(spoolDir, { recursive: true, force: true });
  await mkdir(spoolDir, { recursive: true, mode: 0o700 });
  return {
    spoolDir,
    attachments: attachmentsIn(join(root, 'attachments'), spoolDir),
    letters: lettersIn(join(root, 'letters')),
  };
}

function attachmentsIn(root: string, spoolDir: string): AttachmentStore {
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2, 4), hash);
  return {
    async put(content, maxBytes) {
      const part = join(spoolDir, randomUUID());
      try {
        const stored = await writePart(part, content, maxBytes);
        const path = pathOf(stored.hash);
        if (!(await exists(path))) {
          await mkdir(dirname(path), { recursive: true, mode: 0o700 });
          await rename(part, path);
          await syncFolder(dirname(path));
        }
        return stored;
      } catch (error) {
        throw storageError(error);
      } finally {
        await rm(part, { force: true });
      }
    },
    async read(hash) {
      const path = pathOf(hash);
      if (!/^[0-9a-f]{64}$/.test(hash) || !(await exists(path))) {
        throw new Refusal('not_found', 'file.missing');
      }
      return createReadStream(path);
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
    const chunks = content instanceof Uint8Array ? [content] : content;
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > maxBytes) {
        throw new Refusal('too_large', 'file.too_large', { detail: `at most ${maxBytes} bytes` });
      }
      hash.update(chunk);
      await handle.write(chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { hash: hash.digest('hex'), size };
}

/** A folder a day, so that none grows without end; the day's folder is synced once with each letter. */
function lettersIn(root: string): LetterStore {
  const made = new Set<string>();
  return {
    async put(bytes) {
      const [day = ''] = new Date().toISOString().split('T');
      const key = join(day, `${randomUUID()}.eml`);
      const folder = join(root, day);
      try {
        if (!made.has(folder)) {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          await syncFolder(root);
          made.add(folder);
        }
        const handle = await open(join(root, key), 'wx', 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await syncFolder(folder);
      } catch (error) {
        throw storageError(error);
      }
      return key;
    },
    async read(key) {
      if (key.includes('..')) {
        throw new Refusal('not_found', 'file.missing');
      }
      return readFile(join(root, key));
    },
  };
}

/** A new name is safe only when its folder is. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

function storageError(error: unknown): unknown {
  const { code } = error as { code?: string };
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new Refusal('unavailable', 'storage.full')
    : error;
}
