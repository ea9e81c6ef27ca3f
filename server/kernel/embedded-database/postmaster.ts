import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnAs } from './account.ts';
import { isTaken, pidsIn, worksIn } from './pid.ts';
import { programProblem } from './problems.ts';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import type { Layout } from './cluster.ts';

/** What postmaster.pid tells (storage/pidfile.h of PostgreSQL). */
interface PidFile {
  pid: number;
  folder: string;
  port: number;
  socketFolder: string;
  ready: boolean;
}

/** Where the database listens: a socket folder, or loopback. */
export interface Listening {
  socketFolder: string | null;
  port: number;
}

export interface Running extends Listening {
  pid: number;
}

const stopDeadlineMs = 60_000;
const maxLogBytes = 4_000_000;

function readPidFile(layout: Layout): PidFile | null {
  const path = join(layout.folder, 'postmaster.pid');
  if (!existsSync(path)) {
    return null;
  }
  const lines = readFileSync(path, 'utf8').split('\n');
  return {
    pid: Math.abs(Number(lines[0])),
    folder: lines[1] ?? '',
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4] ?? '',
    ready: (lines[7] ?? '').trim() === 'ready',
  };
}

function runningFrom(file: PidFile): Running {
  const socketFolder = file.socketFolder === '' ? null : file.socketFolder;
  return { pid: file.pid, port: file.port, socketFolder };
}

/** A PostgreSQL that outlived its Otklik on this very folder, or null. */
export function findSurvivor(layout: Layout): (Running & { ready: boolean }) | null {
  const file = readPidFile(layout);
  if (file === null || file.folder !== layout.folder || !worksIn(file.pid, layout.folder)) {
    return null;
  }
  return { ...runningFrom(file), ready: file.ready };
}

/**
 * Clears what a killed database left. Its own lock file is left to PostgreSQL, which checks the
 * shared memory it names, unless its pid belongs to some other program by now or to a dead process
 * that nobody collected (both usual in containers): PostgreSQL would take that for a rival and refuse.
 */
export async function clearRemains(layout: Layout): Promise<void> {
  await waitForBackends(layout);
  const file = readPidFile(layout);
  if (file !== null && isTaken(file.pid) && !worksIn(file.pid, layout.folder)) {
    rmSync(join(layout.folder, 'postmaster.pid'), { force: true });
  }
  const names = existsSync(layout.run) ? await readdir(layout.run) : [];
  for (const name of names.filter((entry) => entry.startsWith('.s.PGSQL.'))) {
    rmSync(join(layout.run, name), { force: true });
  }
}

/** Backends notice the death of their postmaster within moments; those that do not are ended. */
async function waitForBackends(layout: Layout): Promise<void> {
  const deadline = Date.now() + 5000;
  for (;;) {
    const left = pidsIn(layout.folder).filter((pid) => pid !== process.pid);
    if (left.length === 0) {
      return;
    }
    if (Date.now() > deadline) {
      left.forEach((pid) => signal(pid, 'SIGQUIT'));
    }
    await sleep(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already: what was wanted.
  }
}

/**
 * Starts the database and waits until it takes connections, however long it recovers.
 * It is its own process group, so Ctrl-C in a terminal reaches Otklik only, which stops it in turn,
 * and it writes to a file, since a pipe would die with Otklik.
 */
export async function launch(
  layout: Layout,
  binaries: Binaries,
  account: Account | null,
  listening: Listening,
): Promise<Running> {
  const log = openLog(layout);
  const from = statSync(layout.log).size;
  const child = spawnAs(
    account,
    join(binaries.root, 'bin', 'postgres'),
    launchArgs(layout, listening),
    {
      stdio: ['ignore', log, log],
      cwd: '/',
      detached: true,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    },
  );
  closeSync(log);
  let failure: Error | null = null;
  let ended = false;
  child.on('error', (error) => (failure = error));
  child.on('exit', () => (ended = true));
  child.unref();
  for (;;) {
    const file = readPidFile(layout);
    if (file !== null && file.pid === child.pid && file.ready) {
      return runningFrom(file);
    }
    if (failure !== null || ended) {
      const written = readFileSync(layout.log).subarray(from).toString();
      throw programProblem(
        failure === null ? written : `error: ${String(failure)}`,
        layout.dataDir,
        layout.log,
      );
    }
    await sleep(10);
  }
}

function launchArgs(layout: Layout, { socketFolder, port }: Listening): string[] {
  const options =
    socketFolder === null
      ? ['listen_addresses=127.0.0.1', 'unix_socket_directories=']
      : ['listen_addresses=', `unix_socket_directories=${socketFolder}`];
  return ['-D', layout.folder, '-p', String(port), ...options.flatMap((option) => ['-c', option])];
}

function openLog(layout: Layout): number {
  if (existsSync(layout.log) && statSync(layout.log).size > maxLogBytes) {
    renameSync(layout.log, `${layout.log}.1`);
  }
  return openSync(layout.log, 'a', 0o600);
}

/** Fast shutdown (open transactions are rolled back), then the crash-safe immediate one. */
export async function shutDown(pid: number, layout: Layout): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitForEnd(pid, layout, stopDeadlineMs)) {
    return;
  }
  signal(pid, 'SIGQUIT');
  if (!(await waitForEnd(pid, layout, 10_000))) {
    signal(pid, 'SIGKILL');
    await waitForEnd(pid, layout, 10_000);
  }
}

async function waitForEnd(pid: number, layout: Layout, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (worksIn(pid, layout.folder)) {
    if (Date.now() > deadline) {
      return false;
    }
    await sleep(10);
  }
  return true;
}
