import { readFileSync, readdirSync } from 'node:fs';

/** All processes below a pid, itself included. */
export function familyOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^\d+$/.test(name) ? parentOf(Number(name)) : null;
    if (parent !== null) {
      parents.set(Number(name), parent);
    }
  }
  const family = [pid];
  for (const member of family) {
    family.push(...[...parents].filter(([, parent]) => parent === member).map(([child]) => child));
  }
  return family;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Fields of /proc/PID/stat after the name (proc(5)); the name may hold anything, so from the last bracket on. */
function statOf(pid: number): string[] {
  const text = read(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function parentOf(pid: number): number | null {
  const parent = Number(statOf(pid)[1]);
  return Number.isInteger(parent) && parent > 0 ? parent : null;
}

export type Usage = { readonly server: number; readonly database: number; readonly total: number };

function split(pid: number, measure: (member: number) => number): Usage {
  const server = measure(pid);
  // PostgreSQL is started in a session of its own, but by us; backends are its children.
  const database = familyOf(pid)
    .filter((member) => member !== pid)
    .reduce((sum, member) => sum + measure(member), 0);
  return { server, database, total: server + database };
}

/** Proportional set size in MB: shared pages count once over all processes (proc(5), smaps_rollup). */
export function memoryOf(pid: number): Usage {
  return split(pid, (member) => {
    const kB = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1];
    return Number(kB ?? 0) / 1024;
  });
}

const ticksASecond = 100;

/** Processor time used so far, in milliseconds. Unlike wall time it says the same on a busy machine. */
export function processorOf(pid: number): Usage {
  return split(pid, (member) => {
    const fields = statOf(member);
    // Also that of children that have ended: 11–14 are utime, stime, cutime, cstime.
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at] ?? 0), 0);
    return (ticks * 1000) / ticksASecond;
  });
}

export const difference = (after: Usage, before: Usage): Usage => ({
  server: after.server - before.server,
  database: after.database - before.database,
  total: after.total - before.total,
});
