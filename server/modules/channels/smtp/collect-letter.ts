import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import type { RawLetter } from './letter.ts';

export type CollectLimits = {
  readonly letterBytes: number;
  readonly memoryBytes: number;
  /** Null: everything stays in memory. */
  readonly spoolDir: string | null;
};

export type Collected =
  | { readonly kind: 'letter'; readonly raw: RawLetter }
  | { readonly kind: 'too_large' }
  /** The sender left in the middle: nothing was acknowledged, nothing is kept. */
  | { readonly kind: 'cut_off' };

/**
 * Reads one letter to its end. A letter that fits memory is never copied twice; a larger one goes to a file
 * as it comes; one above the limit is read to its end and thrown away, so that the refusal can be heard.
 * Errors of the disk are thrown after the rest of the letter has been read.
 */
export async function collectLetter(stream: Readable, limits: CollectLimits): Promise<Collected> {
  const parts: Buffer[] = [];
  let size = 0;
  let spool: Spool | null = null;
  let fault: Error | null = null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (fault !== null || size > limits.letterBytes) {
        parts.length = 0;
        continue;
      }
      if (spool === null && limits.spoolDir !== null && size > limits.memoryBytes) {
        spool = openSpool(limits.spoolDir);
        parts.push(chunk);
        fault = await writeAll(spool, parts.splice(0));
      } else if (spool !== null) {
        fault = await writeAll(spool, [chunk]);
      } else {
        parts.push(chunk);
      }
    }
  } catch {
    await discard(spool);
    return { kind: 'cut_off' };
  }
  if (size > limits.letterBytes) {
    await discard(spool);
    return { kind: 'too_large' };
  }
  fault ??= spool === null ? null : await finish(spool);
  if (fault !== null) {
    await discard(spool);
    throw fault;
  }
  return {
    kind: 'letter',
    raw: spool === null ? inMemory(parts, size) : { kind: 'file', path: spool.path, size },
  };
}

function inMemory(parts: readonly Buffer[], size: number): RawLetter {
  const [only] = parts;
  const bytes = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts, size);
  return { kind: 'bytes', bytes, size };
}

type Spool = { readonly path: string; readonly file: WriteStream; fault: Error | null };

function openSpool(folder: string): Spool {
  const path = join(folder, `${randomUUID()}.eml`);
  const spool: Spool = {
    path,
    file: createWriteStream(path, { flags: 'wx', mode: 0o600 }),
    fault: null,
  };
  spool.file.on('error', (error) => {
    spool.fault ??= error;
  });
  return spool;
}

async function writeAll(spool: Spool, chunks: readonly Buffer[]): Promise<Error | null> {
  for (const chunk of chunks) {
    if (spool.fault === null && !spool.file.write(chunk)) {
      await settled(spool, 'drain');
    }
  }
  return spool.fault;
}

async function finish(spool: Spool): Promise<Error | null> {
  if (spool.fault === null) {
    spool.file.end();
    await settled(spool, 'close');
  }
  return spool.fault;
}

async function settled(spool: Spool, event: 'drain' | 'close'): Promise<void> {
  try {
    await once(spool.file, event);
  } catch {
    // The listener of openSpool has kept the reason.
  }
}

async function discard(spool: Spool | null): Promise<void> {
  if (spool !== null) {
    spool.file.destroy();
    await rm(spool.path, { force: true });
  }
}
