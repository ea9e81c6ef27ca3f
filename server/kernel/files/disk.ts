import { mkdir, open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '../errors.ts';
import { systemCode } from '../system-problems.ts';

/** A new name is safe only when its folder is on disk. */
export async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder with its missing parents, all of them safe on disk. */
export async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) {
    return;
  }
  for (let made = path; made !== dirname(first); made = dirname(made)) {
    await syncFolder(dirname(made));
  }
}

/** All of it: a plain write may take a part only, as it does on a disk that is filling up. */
export async function writeAll(handle: FileHandle, content: Uint8Array): Promise<void> {
  for (let done = 0; done < content.byteLength;) {
    const { bytesWritten } = await handle.write(content, done);
    done += bytesWritten;
  }
}

/** A full disk becomes a refusal that asks to come again later; other errors stay as they are. */
export function storageError(error: unknown): unknown {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(systemCode(error))
    ? new Refusal('unavailable', 'storage.full')
    : error;
}

export function missingFile(): Refusal {
  return new Refusal('not_found', 'file.missing');
}
