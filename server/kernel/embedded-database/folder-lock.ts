import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderProblem, systemCode } from '../system-problems.ts';
import { heldBy } from './problems.ts';
import { isAlive, birthOf } from './pid.ts';

export interface FolderLock {
  release(): void;
}

interface Holder {
  pid: number;
  birth: string | null;
}

const lockName = 'otklik.lock';

function readHolder(path: string): { text: string; holder: Holder | null } | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return null;
    }
    throw error;
  }
  try {
    return { text, holder: JSON.parse(text) as Holder };
  } catch {
    return { text, holder: null };
  }
}

function livingPid(holder: Holder | null): number | null {
  if (holder === null || !isAlive(holder.pid)) {
    return null;
  }
  return holder.birth === null || holder.birth === birthOf(holder.pid) ? holder.pid : null;
}

/** Pid of the living Otklik that holds the data folder, or null. */
export function folderHolder(dataDir: string): number | null {
  return livingPid(readHolder(join(dataDir, lockName))?.holder ?? null);
}

/**
 * One Otklik at a time on a data folder. The file is written aside and linked into place, so it is
 * never seen half-written; a lock whose process is gone is taken over.
 * @throws StartProblem `folder.held` with the pid of the holder.
 */
export function lockFolder(dataDir: string): FolderLock {
  const path = join(dataDir, lockName);
  const own = `${path}.${process.pid}`;
  const text = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) });
  try {
    writeFileSync(own, text, { mode: 0o644 });
    while (!tryLink(own, path)) {
      const found = readHolder(path);
      const pid = livingPid(found?.holder ?? null);
      if (pid !== null) {
        throw heldBy(dataDir, pid);
      }
      if (found !== null) {
        setStaleAside(path, found.text);
      }
    }
  } catch (error) {
    throw folderProblem(error, dataDir);
  } finally {
    rmSync(own, { force: true });
  }
  return {
    release: () => {
      if (readHolder(path)?.text === text) {
        rmSync(path, { force: true });
      }
    },
  };
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

/** Moving is atomic, so two takers cannot both remove; a fresh lock caught by the slower one is put back. */
function setStaleAside(path: string, stale: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') {
      return;
    }
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== stale) {
    tryLink(aside, path);
  }
  rmSync(aside, { force: true });
}
