import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { missingFile } from './disk.ts';

/** As much is read at once: letters that had to wait are read in the order in which they lie on disk. */
const aheadBytes = 128 * 1024;
/** What was read ahead is forgotten after this. */
const keptMs = 2_000;

type Ahead = { readonly name: string; readonly from: number; readonly bytes: Promise<Buffer> };

/** Reads journals. Opening, reading and closing a file for every letter of a long queue cost as much as understanding it. */
export class JournalReader {
  readonly #root: string;
  #ahead: Ahead | null = null;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  /** @throws Refusal 404 `file.missing` when there are fewer bytes */
  async read(name: string, offset: number, length: number): Promise<Buffer> {
    if (length <= aheadBytes / 2) {
      const known = await this.#from(this.#ahead, { name, offset, length });
      const found =
        known ?? (await this.#from(this.#readAhead(name, offset), { name, offset, length }));
      if (found) {
        return found;
      }
    }
    const bytes = await this.#load(name, offset, length);
    if (bytes.length < length) {
      throw missingFile();
    }
    return bytes;
  }

  async #from(
    ahead: Ahead | null,
    { name, offset, length }: { name: string; offset: number; length: number },
  ): Promise<Buffer | null> {
    if (ahead?.name !== name || offset < ahead.from || offset + length > ahead.from + aheadBytes) {
      return null;
    }
    const bytes = await ahead.bytes;
    const start = offset - ahead.from;
    // It may have been written after its surroundings were read.
    return start + length <= bytes.length ? bytes.subarray(start, start + length) : null;
  }

  #readAhead(name: string, from: number): Ahead {
    const bytes = this.#load(name, from, aheadBytes);
    const ahead = { name, from, bytes };
    this.#ahead = ahead;
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => (this.#ahead = null), keptMs);
    this.#forgetting.unref();
    bytes.catch(() => {
      this.#ahead = this.#ahead === ahead ? null : this.#ahead;
    });
    return ahead;
  }

  /** Up to so many bytes: fewer at the end of the file. */
  async #load(name: string, from: number, length: number): Promise<Buffer> {
    const buffer = Buffer.alloc(length);
    const handle = await open(join(this.#root, name), 'r').catch(() => {
      throw missingFile();
    });
    try {
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(buffer, done, length - done, from + done);
        if (bytesRead === 0) {
          break;
        }
        done += bytesRead;
      }
      return buffer.subarray(0, done);
    } finally {
      await handle.close();
    }
  }
}
