import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { spawnAs } from './account.ts';
import { databaseFailed, foreignOwner, programProblem, wrongMajor } from './problems.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';

/** Paths of one embedded database below its data folder. */
export interface Layout {
  dataDir: string;
  /** PGDATA. */
  folder: string;
  /** Sockets. */
  run: string;
  log: string;
}

export const adminRole = 'otklik_admin';
const majorVersion = 18;

export function layoutOf(dataDir: string): Layout {
  return {
    dataDir,
    folder: join(dataDir, 'database'),
    run: join(dataDir, 'run'),
    log: join(dataDir, 'database.log'),
  };
}

/** Owner of the existing database folder, or null before the first start. */
export function clusterOwner(layout: Layout): number | null {
  return existsSync(layout.folder) ? statSync(layout.folder).uid : null;
}

/** @throws StartProblem when the files are of another PostgreSQL or of another user. */
export function checkCluster(layout: Layout): void {
  const found = readFileSync(join(layout.folder, 'PG_VERSION'), 'utf8').trim();
  if (found !== String(majorVersion)) {
    throw wrongMajor(layout.folder, found, majorVersion);
  }
  const me = process.getuid?.();
  if (me !== undefined && me !== 0 && statSync(layout.folder).uid !== me) {
    throw foreignOwner(layout.folder);
  }
}

/**
 * Libraries sort by code point ("builtin" C.UTF-8): indexes then never break when the system's
 * libc or ICU is upgraded. Lists for people say COLLATE "und-x-icu". The character types still
 * come from libc, and trigrams of Cyrillic words need them to be UTF-8: names differ by system.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C.utf8', 'C'];

/** Makes the database files, aside first: a half-made folder is never taken for a database. */
export async function createCluster(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  { admin, durable }: { admin: string; durable: boolean },
): Promise<void> {
  const aside = `${layout.folder}.new`;
  const passwordFile = `${layout.folder}.password`;
  try {
    await writeFile(passwordFile, admin, { mode: 0o600 });
    if (account !== null) {
      await chown(passwordFile, account.uid, account.gid);
    }
    let output = '';
    for (const characterType of characterTypes) {
      await rm(aside, { recursive: true, force: true });
      await mkdir(aside, { mode: 0o700 });
      if (account !== null) {
        await chown(aside, account.uid, account.gid);
      }
      output = await initialise({ aside, passwordFile, characterType, durable }, binaries, account);
      if (output === '') {
        await rename(aside, layout.folder);
        return;
      }
      if (!/invalid locale/.test(output)) {
        break;
      }
    }
    throw programProblem(output, layout.dataDir, layout.log);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Empty when it went well, else what initdb wrote. */
function initialise(
  target: { aside: string; passwordFile: string; characterType: string; durable: boolean },
  binaries: Binaries,
  account: Account | null,
): Promise<string> {
  const { aside, passwordFile, characterType, durable } = target;
  const args = [
    '-D',
    aside,
    `--username=${adminRole}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${characterType}`,
    '--no-instructions',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ];
  return new Promise((resolve) => {
    const child = spawnAs(account, join(binaries.root, 'bin', 'initdb'), args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve(`error: ${error.message}`));
    child.on('close', (code, signal) =>
      resolve(code === 0 ? '' : `${output}\n${signal === null ? '' : `error: ended by ${signal}`}`),
    );
  });
}

/** Writes otklik.conf (when it differs, a new PostgreSQL included) and has postgresql.conf include it. True when something changed. */
export async function writeSettings(
  layout: Layout,
  settings: Readonly<Record<string, string>>,
  version: string,
): Promise<boolean> {
  const own = join(layout.folder, 'otklik.conf');
  const main = join(layout.folder, 'postgresql.conf');
  const include = "include_if_exists 'otklik.conf'";
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  const text = [`# PostgreSQL ${version}, written by Otklik at every start\n`, ...lines].join('');
  let changed = false;
  const before = existsSync(own) ? await readFile(own, 'utf8') : null;
  if (before !== text) {
    await writeFile(own, text);
    await chmod(own, 0o644);
    changed = true;
  }
  const mainText = await readFile(main, 'utf8').catch((error: unknown) => {
    throw databaseFailed(layout.log, `${main} cannot be read: ${String(error)}`);
  });
  if (!mainText.includes(include)) {
    await writeFile(main, `${mainText}\n${include}\n`);
    changed = true;
  }
  return changed;
}
