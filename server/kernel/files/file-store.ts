import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { folderProblem } from '../system-problems.ts';
import { attachmentsIn } from './attachments.ts';
import { makeFolder } from './disk.ts';
import { lettersIn } from './letters.ts';
import type { AttachmentStore } from './attachments.ts';
import type { LetterStore } from './letters.ts';

export type { AttachmentStore, ByteRange, StoredBytes } from './attachments.ts';
export type { LetterStore } from './letters.ts';

/** Where bytes are kept. Rows hold hashes and keys only, so another driver serves the same rows. */
export type FileStore = {
  readonly attachments: AttachmentStore;
  readonly letters: LetterStore;
  /** For what is on its way, this process's own; left-overs of dead processes are removed at start. */
  readonly spoolDir: string;
};

/** @throws StartProblem when the folder cannot be written. */
export async function openFileStore(dataDir: string): Promise<FileStore> {
  const root = join(dataDir, 'files');
  const spools = join(root, 'spool');
  const spoolDir = join(spools, `${hostname()}.${process.pid}`);
  try {
    await makeFolder(spools);
    await removeLeftovers(spools);
    await mkdir(spoolDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw folderProblem(error, dataDir);
  }
  return {
    spoolDir,
    attachments: attachmentsIn(join(root, 'attachments'), spoolDir),
    letters: lettersIn(join(root, 'letters')),
  };
}

const foreignSpoolMs = 24 * 3_600_000;

/** The folder may be shared with other machines, whose processes cannot be asked: theirs go by age. */
async function removeLeftovers(spools: string): Promise<void> {
  for (const name of await readdir(spools)) {
    const path = join(spools, name);
    const dot = name.lastIndexOf('.');
    const pid = Number(name.slice(dot + 1));
    const abandoned =
      name.slice(0, dot) === hostname()
        ? pid === process.pid || !isRunning(pid)
        : Date.now() - (await stat(path)).mtimeMs > foreignSpoolMs;
    if (abandoned) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
