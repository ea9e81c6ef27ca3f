import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** The pid of the database server that runs on a data folder, or null. Line 1 of postmaster.pid (PostgreSQL). */
export function databasePid(dataDir: string): number | null {
  const path = join(dataDir, 'database', 'postmaster.pid');
  if (!existsSync(path)) {
    return null;
  }
  const pid = Number(readFileSync(path, 'utf8').split('\n')[0]);
  return Number.isInteger(pid) && pid > 1 && belongsTo(pid, dataDir) ? pid : null;
}

/** The database server and all its processes. */
export function databaseFamily(dataDir: string): number[] {
  const server = databasePid(dataDir);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === server)
    .map(Number);
  return server === null ? [] : [server, ...children];
}

/** Field 4 of /proc/PID/stat (proc(5)); the name before it may hold anything, so from the last bracket on. */
function parentOf(pid: string): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

/** A pid may belong to somebody else by now. */
function belongsTo(pid: number, dataDir: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(realpathSync(dataDir));
  } catch {
    return false;
  }
}

/** Ends a database that has outlived its Otklik, at once and safely (SIGQUIT of PostgreSQL). */
export async function endDatabase(dataDir: string): Promise<void> {
  const pid = databasePid(dataDir);
  if (pid === null) {
    return;
  }
  for (const member of databaseFamily(dataDir)) {
    signal(member, 'SIGCONT');
  }
  signal(pid, 'SIGQUIT');
  for (let waited = 0; waited < 5_000 && databasePid(dataDir) !== null; waited += 20) {
    await sleep(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
