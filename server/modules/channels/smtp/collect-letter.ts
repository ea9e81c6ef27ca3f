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
  const sink = new Sink(limits);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      await sink.take(chunk);
    }
  } catch {
    await sink.discard();
    return { kind: 'cut_off' };
  }
  return sink.finish();
}

class Sink {
  readonly #limits: CollectLimits;
  readonly #parts: Buffer[] = [];
  #size = 0;
  #spool: Spool | null = null;

  constructor(limits: CollectLimits) {
    this.#limits = limits;
  }

  async take(chunk: Buffer): Promise<void> {
    const { letterBytes, memoryBytes, spoolDir } = this.#limits;
    this.#size += chunk.length;
    if (this.#size > letterBytes) {
      this.#parts.length = 0;
      return;
    }
    this.#parts.push(chunk);
    if (this.#size > memoryBytes && spoolDir !== null) {
      this.#spool ??= openSpool(spoolDir);
      await writeAll(this.#spool, this.#parts.splice(0));
    }
  }

  async finish(): Promise<Collected> {
    if (this.#size > this.#limits.letterBytes) {
      await this.discard();
      return { kind: 'too_large' };
    }
    if (this.#spool === null) {
      return { kind: 'letter', raw: inMemory(this.#parts, this.#size) };
    }
    await closeSpool(this.#spool);
    if (this.#spool.fault !== null) {
      await this.discard();
      throw this.#spool.fault;
    }
    return { kind: 'letter', raw: { kind: 'file', path: this.#spool.path, size: this.#size } };
  }

  async discard(): Promise<void> {
    if (this.#spool !== null) {
      this.#spool.file.destroy();
      await rm(this.#spool.path, { force: true });
    }
  }
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

async function writeAll(spool: Spool, chunks: readonly Buffer[]): Promise<void> {
  for (const chunk of chunks) {
    if (spool.fault === null && !spool.file.write(chunk)) {
      await settled(spool, 'drain');
    }
  }
}

async function closeSpool(spool: Spool): Promise<void> {
  if (spool.fault === null) {
    spool.file.end();
    await settled(spool, 'close');
  }
}

async function settled(spool: Spool, event: 'drain' | 'close'): Promise<void> {
  try {
    await once(spool.file, event);
  } catch {
    // The listener of openSpool has kept the reason.
  }
}
