import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode } from '../../kernel/system-problems.ts';
import type { TarWriter } from './tar.ts';

/** Adds one file as it is now; false when it is gone. */
export async function addFile(tar: TarWriter, name: string, path: string): Promise<boolean> {
  const found = await stat(path).catch(ifThere);
  if (found === null) {
    return false;
  }
  try {
    await tar.file(name, found.size, createReadStream(path, { highWaterMark: 262_144 }));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      throw error;
    }
  }
  return true;
}

export function ifThere(error: unknown): null {
  if (systemCode(error) === 'ENOENT') {
    return null;
  }
  throw error;
}

/** Remembers what was added, so that another pass adds only what came or grew since. */
export class FileCopy {
  readonly #root: string;
  readonly #tar: TarWriter;
  readonly #added = new Map<string, string>();

  constructor(root: string, tar: TarWriter) {
    this.#root = root;
    this.#tar = tar;
  }

  /** Files of the store by hash never change; journals of letters grow. What is on its way is left out. */
  async pass(): Promise<void> {
    await this.#folder('files');
    await this.#folder('keys');
  }

  async #folder(name: string): Promise<void> {
    const entries = await readdir(join(this.#root, name), { withFileTypes: true }).catch(ifThere);
    for (const entry of entries ?? []) {
      const path = `${name}/${entry.name}`;
      if (entry.isDirectory() && path !== 'files/spool') {
        await this.#folder(path);
      } else if (entry.isFile()) {
        await this.#file(path);
      }
    }
  }

  async #file(name: string): Promise<void> {
    const path = join(this.#root, name);
    const found = await stat(path).catch(ifThere);
    const state = found === null ? '' : `${found.size} ${found.mtimeMs}`;
    if (state === '' || this.#added.get(name) === state) {
      return;
    }
    this.#added.set(name, state);
    await addFile(this.#tar, name, path);
  }
}
