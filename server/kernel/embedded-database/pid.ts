import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { systemCode } from '../system-problems.ts';

/** Whether the number is in use, by a dead process that nobody collected too (a container's careless first process). */
export function isTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

export function isAlive(pid: number): boolean {
  return isTaken(pid) && !isZombie(pid);
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Fields of /proc/PID/stat after the name, which may hold spaces and brackets itself. */
function statFields(pid: number): string[] {
  const text = readOrEmpty(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function isZombie(pid: number): boolean {
  return process.platform === 'linux' && statFields(pid)[0] === 'Z';
}

/**
 * Tells a process from a later one with the same number: boot and start tick on Linux, start time
 * elsewhere. Null when there is no such process.
 */
export function birthOf(pid: number): string | null {
  if (process.platform === 'linux') {
    const started = statFields(pid)[19];
    const boot = readOrEmpty('/proc/sys/kernel/random/boot_id').trim();
    return started === undefined ? null : `${boot}:${started}`;
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/**
 * Whether `pid` is a PostgreSQL on `folder`: each of its processes works in its data folder. Where
 * even root may not look (a container without ptrace rights), the command line tells, which names
 * the folder for the first process of a PostgreSQL only.
 */
export function worksIn(pid: number, folder: string): boolean {
  if (process.platform !== 'linux') {
    return commandOf(pid).includes(` -D ${folder} `);
  }
  if (!isAlive(pid)) {
    return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder;
  } catch {
    return readOrEmpty(`/proc/${pid}/cmdline`).includes(`\0-D\0${folder}\0`);
  }
}

function commandOf(pid: number): string {
  try {
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** All processes that work in `folder`: backends left by a killed postmaster among them. Linux only, else empty. */
export function pidsIn(folder: string): number[] {
  if (process.platform !== 'linux') {
    return [];
  }
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map(Number).filter((pid) => worksIn(pid, folder));
}
