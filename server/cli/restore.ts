import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { spawnSync } from 'node:child_process';
import { pauseRunning } from '../kernel/control.ts';
import { chooseAccount } from '../kernel/embedded-database/account.ts';
import {
  takeFolder,
  startEmbeddedDatabase,
} from '../kernel/embedded-database/embedded-database.ts';
import { folderHolder } from '../kernel/embedded-database/folder-lock.ts';
import { swapIn } from '../kernel/embedded-database/swap.ts';
import { writeAll } from '../kernel/files/disk.ts';
import { folderProblem } from '../kernel/system-problems.ts';
import { readArchive } from './backup/archive.ts';
import { loadForeign } from './backup/dump-foreign.ts';
import { otherKind, runsWithoutControl, wantsYes } from './backup/problems.ts';
import type { Config } from '../kernel/config.ts';
import type { Manifest } from './backup/archive.ts';
import type { ReadEntry } from './backup/tar.ts';
import type { CommandParts } from './backup.ts';

type Target = Pick<Config, 'dataDir' | 'databaseUrl'>;
export type Restored = {
  readonly manifest: Manifest;
  /** Where the data from before is, or null when there was none. */
  readonly aside: string | null;
};

const quiet = { info: () => undefined, warn: () => undefined };
const parts = ['database', 'files', 'keys', 'database.json'];

/**
 * Puts a backup in place of the data. It is unpacked and checked beside the data first, while
 * Otklik may go on serving; then a running Otklik lets go of the folder, a few renames are made, and
 * it serves again. What was there is set aside, never deleted.
 * @throws StartProblem; nothing was changed then
 */
export async function restoreBackup(
  target: Target,
  path: string,
  { yes }: { yes: boolean },
): Promise<Restored> {
  const { dataDir } = target;
  const hadData = parts.some((name) => existsSync(join(dataDir, name)));
  if (hadData && !yes) {
    throw wantsYes(dataDir);
  }
  refuseDeaf(dataDir);
  const from = `restore.${process.pid}`;
  try {
    await mkdir(join(dataDir, from), { recursive: true, mode: 0o700 });
    const manifest = await unpack(target, path, join(dataDir, from));
    const aside = `before-restore-${new Date().toISOString().replaceAll(':', '-')}`;
    await putInPlace(target, { from, aside });
    return { manifest, aside: existsSync(join(dataDir, aside)) ? join(dataDir, aside) : null };
  } catch (error) {
    throw folderProblem(error, dataDir);
  } finally {
    await rm(join(dataDir, from), { recursive: true, force: true });
  }
}

/** Before minutes of unpacking: an Otklik that cannot be asked to let go has to be stopped by hand. */
function refuseDeaf(dataDir: string): void {
  const holder = folderHolder(dataDir);
  if (holder !== null && !existsSync(join(dataDir, 'control.json'))) {
    throw runsWithoutControl(dataDir, holder);
  }
}

async function unpack({ databaseUrl }: Target, path: string, folder: string): Promise<Manifest> {
  const manifest = await readArchive(path, {
    begin(card) {
      if ((card.kind === 'embedded') !== (databaseUrl === null)) {
        throw otherKind(card.kind);
      }
    },
    each: (entry) => unpackEntry(entry, join(folder, entry.path)),
  });
  const account = chooseAccount(null);
  if (account !== null && existsSync(join(folder, 'database'))) {
    await giveTo(account, join(folder, 'database'));
  }
  // One call for all files: a sync each would take a thousand times as long.
  spawnSync('sync', { stdio: 'ignore' });
  return manifest;
}

async function unpackEntry(entry: ReadEntry, path: string): Promise<void> {
  await mkdir(entry.kind === 'folder' ? path : dirname(path), { recursive: true, mode: 0o700 });
  if (entry.kind === 'folder') {
    return;
  }
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const chunk of entry.body) {
      await writeAll(handle, chunk);
    }
  } finally {
    await handle.close();
  }
}

async function giveTo(account: { uid: number; gid: number }, path: string): Promise<void> {
  await chown(path, account.uid, account.gid);
  for (const entry of await readdir(path, { withFileTypes: true, recursive: true })) {
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
}

async function putInPlace(target: Target, swap: { from: string; aside: string }): Promise<void> {
  const { dataDir, databaseUrl } = target;
  const pause = await pauseRunning(dataDir);
  try {
    const holder = folderHolder(dataDir);
    if (holder !== null) {
      throw runsWithoutControl(dataDir, holder);
    }
    const dump = join(dataDir, swap.from, 'database.dump');
    if (databaseUrl !== null && existsSync(dump)) {
      await loadForeign(databaseUrl, dump);
    }
    const release = await takeFolder(dataDir);
    try {
      await swapIn(dataDir, swap);
    } finally {
      release();
    }
    if (pause === null && databaseUrl === null) {
      // Proves that it recovers, so that the next start does not have to.
      await (await startEmbeddedDatabase({ dataDir, log: quiet })).stop();
    }
  } finally {
    await pause?.resume();
  }
}

const usage = {
  en: 'Usage: npm run otklik -- restore FILE [--yes]',
  ru: 'Вызов: npm run otklik -- restore ФАЙЛ [--yes]',
};

/** `otklik restore FILE [--yes]`. @returns the exit code */
export async function runRestore(command: CommandParts, args: readonly string[]): Promise<number> {
  const { config, language, write, from = process.env['INIT_CWD'] ?? process.cwd() } = command;
  const yes = args.includes('--yes');
  const [file, ...more] = args.filter((arg) => arg !== '--yes');
  if (file === undefined || more.length > 0 || file.startsWith('-')) {
    write(`${usage[language]}\n`);
    return 2;
  }
  const { manifest, aside } = await restoreBackup(config, resolve(from, file), { yes });
  const words = {
    en: `Restored: everything acknowledged up to ${manifest.completeTo}.${aside ? ` The data from before is in ${aside}: remove it when you are sure.` : ''}`,
    ru: `Восстановлено всё подтверждённое до ${manifest.completeTo}.${aside ? ` Прежние данные лежат в ${aside}: удалите их, когда убедитесь, что всё на месте.` : ''}`,
  };
  write(`${words[language]}\n`);
  return 0;
}
