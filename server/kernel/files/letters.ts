import { createHash, randomUUID } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder, missingFile, storageError, syncFolder, writeAll } from './disk.ts';
import { JournalReader } from './journal-reader.ts';

/**
 * Raw letters, kept as they came. On disk a day is a folder of journals that only grow:
 *
 *   2026-11-21/<random>.letters     every process writes its own, a new one after each start
 *   record = 'LETTER ' length as 12 digits ' ' SHA-256 as 64 hex digits '\n' bytes
 *   key    = <day>/<random>.letters:<offset of the record>:<length of the bytes>
 *
 * Letters that arrive together are made safe by one sync: a file each would cost two syncs each,
 * which is what bounds the intake on an ordinary disk. A record cut by a crash was never acknowledged.
 */
export type LetterStore = {
  /** Safe on disk when it resolves. @throws Refusal 503 `storage.full` */
  put(bytes: Uint8Array): Promise<string>;
  /** @throws Refusal 404 `file.missing`; Error when what was stored is damaged */
  read(key: string): Promise<Uint8Array>;
};

type Waiting = {
  readonly bytes: Uint8Array;
  readonly done: (key: string) => void;
  readonly failed: (error: unknown) => void;
};

type Journal = { readonly name: string; readonly handle: FileHandle; size: number };

const headBytes = 85;
const fullJournalBytes = 64 * 1024 * 1024;
const batchBytes = 16 * 1024 * 1024;
const freshBytes = 4 * 1024 * 1024;
/** An open journal without letters is closed after this, so that nothing keeps a file open for nothing. */
const idleMs = 10_000;

function headOf(bytes: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(bytes).digest('hex');
  return Buffer.from(`LETTER ${String(bytes.byteLength).padStart(12, '0')} ${hash}\n`, 'latin1');
}

export function lettersIn(root: string): LetterStore {
  const writer = new JournalWriter(root);
  const fresh = new FreshLetters();
  const reader = new JournalReader(root);
  return {
    async put(bytes) {
      const key = await writer.append(bytes);
      fresh.keep(key, bytes);
      return key;
    },
    read: async (key) => fresh.take(key) ?? readLetter(reader, key),
  };
}

/** Almost every letter is read once, within the second after it came: until then its bytes wait here, within bounds. */
class FreshLetters {
  readonly #letters = new Map<string, Uint8Array>();
  #bytes = 0;

  keep(key: string, bytes: Uint8Array): void {
    this.#letters.set(key, bytes);
    this.#bytes += bytes.byteLength;
    for (const oldest of this.#letters.keys()) {
      if (this.#bytes <= freshBytes) {
        return;
      }
      this.take(oldest);
    }
  }

  take(key: string): Uint8Array | undefined {
    const bytes = this.#letters.get(key);
    if (bytes !== undefined) {
      this.#letters.delete(key);
      this.#bytes -= bytes.byteLength;
    }
    return bytes;
  }
}

class JournalWriter {
  readonly #root: string;
  #waiting: Waiting[] = [];
  #writing = false;
  #journal: Journal | null = null;
  #idle: NodeJS.Timeout | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  append(bytes: Uint8Array): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#waiting.push({ bytes, done: resolve, failed: reject });
    if (!this.#writing) {
      this.#writing = true;
      void this.#writeAllWaiting();
    }
    return promise;
  }

  /** Whatever came while one batch was being synced is the next batch. */
  async #writeAllWaiting(): Promise<void> {
    clearTimeout(this.#idle);
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      try {
        const keys = await this.#writeBatch(batch);
        batch.forEach(({ done }, index) => done(keys[index] ?? ''));
      } catch (error) {
        await this.#abandon();
        batch.forEach(({ failed }) => failed(storageError(error)));
      }
    }
    this.#writing = false;
    this.#idle = setTimeout(() => void this.#closeIdle(), idleMs);
    this.#idle.unref();
  }

  #takeBatch(): Waiting[] {
    let bytes = 0;
    const taken = this.#waiting.findIndex((each, index) => {
      bytes += each.bytes.byteLength;
      return index > 0 && bytes > batchBytes;
    });
    return this.#waiting.splice(0, taken < 0 ? this.#waiting.length : taken);
  }

  async #writeBatch(batch: readonly Waiting[]): Promise<string[]> {
    const journal = await this.#openJournal();
    const keys: string[] = [];
    const parts: Uint8Array[] = [];
    let { size } = journal;
    for (const { bytes } of batch) {
      parts.push(headOf(bytes), bytes);
      keys.push(`${journal.name}:${size}:${bytes.byteLength}`);
      size += headBytes + bytes.byteLength;
    }
    await writeAll(journal.handle, Buffer.concat(parts));
    await journal.handle.datasync();
    journal.size = size;
    return keys;
  }

  async #openJournal(): Promise<Journal> {
    const [day = ''] = new Date().toISOString().split('T');
    const current = this.#journal;
    if (current?.name.startsWith(`${day}/`) && current.size < fullJournalBytes) {
      return current;
    }
    await this.#close();
    const name = `${day}/${randomUUID()}.letters`;
    const path = join(this.#root, name);
    await makeFolder(dirname(path));
    const handle = await open(path, 'ax', 0o600);
    this.#journal = { name, handle, size: 0 };
    await syncFolder(dirname(path));
    return this.#journal;
  }

  /** After a failed write or sync nobody knows what the file holds: what is safe stays, nothing more goes in. */
  async #abandon(): Promise<void> {
    const journal = this.#journal;
    if (journal === null) {
      return;
    }
    await journal.handle.truncate(journal.size).catch(() => undefined);
    await this.#close().catch(() => undefined);
    if (journal.size === 0) {
      await rm(join(this.#root, journal.name), { force: true }).catch(() => undefined);
    }
  }

  async #close(): Promise<void> {
    const journal = this.#journal;
    this.#journal = null;
    await journal?.handle.close();
  }

  async #closeIdle(): Promise<void> {
    if (!this.#writing) {
      await this.#close().catch(() => undefined);
    }
  }
}

async function readLetter(reader: JournalReader, key: string): Promise<Uint8Array> {
  const parts = /^(\d{4}-\d\d-\d\d\/[0-9a-f-]{36}\.letters):(\d+):(\d+)$/.exec(key);
  if (parts === null) {
    throw missingFile();
  }
  const [, name = '', offset = '', length = ''] = parts;
  const record = await reader.read(name, Number(offset), headBytes + Number(length));
  const bytes = record.subarray(headBytes);
  if (!record.subarray(0, headBytes).equals(headOf(bytes))) {
    throw new Error(`the stored letter ${key} is damaged`);
  }
  return bytes;
}
