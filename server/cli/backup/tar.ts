import { createHash } from 'node:crypto';
import { Header } from 'tar';

/** A name in an archive: relative, forward slashes, at most what a plain tar header takes (POSIX ustar). */
export type TarEntry = {
  readonly path: string;
  readonly size: number;
  readonly kind: 'file' | 'folder';
};

const blockBytes = 512;
const nothing = Buffer.alloc(0);

function padding(size: number): Buffer {
  const rest = size % blockBytes;
  return rest === 0 ? nothing : Buffer.alloc(blockBytes - rest);
}

/**
 * Writes a tar of files that may change while they are read: an entry has the announced size, cut
 * or filled with zeros. Keeps a SHA-256 of all bytes so far.
 */
export class TarWriter {
  readonly #write: (chunk: Uint8Array) => Promise<void>;
  readonly #hash = createHash('sha256');
  entries = 0;
  bytes = 0;

  constructor(write: (chunk: Uint8Array) => Promise<void>) {
    this.#write = write;
  }

  async folder(path: string): Promise<void> {
    await this.#head({ path: `${path}/`, size: 0, kind: 'folder' });
  }

  async file(path: string, size: number, content: AsyncIterable<Uint8Array>): Promise<void> {
    await this.#head({ path, size, kind: 'file' });
    let left = size;
    for await (const chunk of content) {
      const part = chunk.subarray(0, left);
      await this.#put(part);
      left -= part.byteLength;
      if (left === 0) {
        break;
      }
    }
    for (; left > 0; left -= Math.min(left, 65_536)) {
      await this.#put(Buffer.alloc(Math.min(left, 65_536)));
    }
    await this.#put(padding(size));
  }

  async text(path: string, text: string): Promise<void> {
    const content = Buffer.from(text);
    await this.#head({ path, size: content.byteLength, kind: 'file' });
    await this.#put(content);
    await this.#put(padding(content.byteLength));
  }

  /** SHA-256 of everything written so far, hexadecimal. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  async end(): Promise<void> {
    await this.#put(Buffer.alloc(2 * blockBytes));
  }

  async #head({ path, size, kind }: TarEntry): Promise<void> {
    const folder = kind === 'folder';
    const block = Buffer.alloc(blockBytes);
    const header = new Header({
      path,
      size,
      mode: folder ? 0o700 : 0o600,
      mtime: new Date(),
      type: folder ? 'Directory' : 'File',
    });
    if (header.encode(block, 0)) {
      throw new Error(`the name ${path} is too long for the archive`);
    }
    this.entries += 1;
    await this.#put(block);
  }

  async #put(chunk: Uint8Array): Promise<void> {
    if (chunk.byteLength > 0) {
      this.#hash.update(chunk);
      this.bytes += chunk.byteLength;
      await this.#write(chunk);
    }
  }
}

export type ReadEntry = TarEntry & {
  /** SHA-256 of everything before this entry. */
  readonly before: string;
  /** To be read to its end before the next entry is asked for; what is left is skipped. */
  readonly body: AsyncGenerator<Uint8Array>;
};

/** Reads what TarWriter wrote. @throws Error when it is cut short or not a tar */
export async function* readTar(source: AsyncIterable<Uint8Array>): AsyncGenerator<ReadEntry> {
  const input = new Input(source);
  for (;;) {
    const before = input.digest();
    const block = await input.exactly(blockBytes);
    const header = new Header(block, 0);
    if (header.nullBlock) {
      return;
    }
    if (!header.cksumValid || header.path === undefined) {
      throw new Error('not an archive of Otklik, or damaged');
    }
    const size = header.size ?? 0;
    const body = input.part(size);
    const kind = header.type === 'Directory' ? 'folder' : 'file';
    yield { path: header.path.replace(/\/$/, ''), size, kind, before, body };
    for await (const rest of body) {
      void rest;
    }
    await input.exactly(padding(size).byteLength);
  }
}

class Input {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #hash = createHash('sha256');
  #have: Uint8Array = nothing;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  digest(): string {
    return this.#hash.copy().digest('hex');
  }

  /** Up to `most` bytes, at least one. */
  async #some(most: number): Promise<Uint8Array> {
    while (this.#have.byteLength === 0) {
      const next = await this.#source.next();
      if (next.done === true) {
        throw new Error('the archive is cut short');
      }
      this.#have = next.value;
    }
    const part = this.#have.subarray(0, most);
    this.#have = this.#have.subarray(part.byteLength);
    this.#hash.update(part);
    return part;
  }

  async exactly(size: number): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for (let left = size; left > 0;) {
      const part = await this.#some(left);
      parts.push(part);
      left -= part.byteLength;
    }
    return Buffer.concat(parts);
  }

  async *part(size: number): AsyncGenerator<Uint8Array> {
    for (let left = size; left > 0;) {
      const part = await this.#some(left);
      left -= part.byteLength;
      yield part;
    }
  }
}
